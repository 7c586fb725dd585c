import Cache
import Digest
import Engines
import Files
import Notebook
import Plan
import Results

/// The runs of a sweep as they are done in one run of its notebook.
struct SweepRound {
  private let runs: PlannedRuns
  private let inputs: StepInputs
  private let planner: RunPlanner
  /// What was measured of each run, as far as it is done.
  private(set) var values: [[Value]?]
  /// In the order of the grid.
  private(set) var failures: [SweepBoard.Failure] = []

  init(_ runs: PlannedRuns, _ inputs: StepInputs) {
    self.runs = runs
    self.inputs = inputs
    planner = RunPlanner(inputs.plan)
    values = Array(repeating: nil, count: runs.grid.count)
  }

  /// Takes what the store has.
  mutating func takeStored() throws {
    for number in values.indices {
      if inputs.context.isCancelled() { throw Interruption() }
      do {
        values[number] = try run(number).stored(inputs.ledger, inputs.context)
      } catch {
        // Files may be read here, and that stops where the run is asked to.
        if inputs.context.isCancelled() { throw Interruption() }
        let failure = StepFailure(error)
        failures.append(.init(run: number, message: failure.message, help: failure.help))
      }
    }
  }

  /// Lets the engine do the others; one that fails keeps none from going on.
  mutating func computeMissing() async throws {
    let failed = Set(failures.map(\.run))
    let missing = values.indices.filter { values[$0] == nil && !failed.contains($0) }
    guard !missing.isEmpty else { return }
    let engine = inputs.context.engine
    let board = SweepBoard(
      inputs.step, runs.grid, stored: runs.grid.count - missing.count,
      observe: inputs.context.observe)
    let shared =
      type(of: engine).computesHere ? try await shared(by: missing) : SharedSteps.none
    do {
      try await engine.run(work(missing, shared, board))
    } catch is CancellationError {
      throw Interruption()
    } catch let error as EngineError {
      throw StepFailure(error.message, help: error.help)
    }
    failures += board.failures
    let computed = board.values
    let lost = Set(board.failures.map(\.run))
    for number in missing where !lost.contains(number) {
      values[number] =
        try computed[number] ?? run(number).stored(inputs.ledger, inputs.context)
      guard values[number] == nil else { continue }
      failures.append(.init(run: number, message: "its result is not in the store", help: nil))
    }
  }

  private func shared(by missing: [Int]) async throws -> SharedSteps {
    let steps = try missing.reduce(into: Set<StepID>()) { $0.formUnion(try run($1).shared) }
    return try await SharedSteps(steps, of: inputs.ledger)
  }

  private func work(_ missing: [Int], _ shared: SharedSteps, _ board: SweepBoard) -> EngineWork {
    let (context, runs, planner) = (inputs.context, runs, planner)
    let (own, step) = (inputs.ledger.schedule, inputs.step)
    let prepare = { @Sendable (number: Int) throws in
      try RunOfSweep(number, of: runs, by: planner, beside: own, context)
    }
    let compute = { @Sendable (number: Int, share: EngineWork.Share) async throws in
      if context.isCancelled() { throw CancellationError() }
      board.began(number)
      do {
        let within = context.sharing(share) { board.note($0, of: number) }
        board.ended(number, try await prepare(number).compute(shared, within))
      } catch is Interruption {
        throw CancellationError()
      } catch {
        if context.isCancelled() { throw CancellationError() }
        let failure = StepFailure(error)
        board.failed(number, failure.message, help: failure.help)
      }
    }
    let isStored = { @Sendable (number: Int) -> Bool in
      (try? prepare(number).isStored(context)) ?? false
    }
    var command: (@Sendable (String) -> [String])?
    if context.store != nil, let commandOfRun = context.commandOfRun {
      let name = step.name
      command = { word in commandOfRun(name, word) }
    }
    return EngineWork(
      runs: missing, name: name, threads: context.threads, maxMemory: context.maxMemory,
      freeMemory: { context.memory }, compute: compute, isStored: isStored, command: command,
      folder: context.store.map { $0.location.path + "/" + name },
      isCancelled: context.isCancelled, tell: { news in board.take(news) })
  }

  /// What tells the sweep from all others of one user, who may run notebooks of one name in several
  /// folders, and with several stores.
  private var name: String {
    let store = inputs.context.store?.location.path ?? ""
    let places = [inputs.plan.notebook.source.path, store].map { resolvedPath($0) ?? $0 }
    let text = (places + [inputs.step.name]).joined(separator: "\0")
    return "daybook-\(SHA256.hex(of: Array(text.utf8)).prefix(12))"
  }

  private func run(_ number: Int) throws -> RunOfSweep {
    try RunOfSweep(
      number, of: runs, by: planner, beside: inputs.ledger.schedule, inputs.context)
  }
}
