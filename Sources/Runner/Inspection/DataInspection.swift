import Architecture
import Datasets
import Language
package import Notebook
package import Plan
import Results

extension Runner {
  /// What is wrong with the data that a plan reads and with what it makes of them, and what is
  /// concluded of them that nobody said, as far as the headers and first rows of the files tell:
  /// nothing is computed.
  package func inspect(_ plan: Plan) -> [Diagnostic] {
    let inspection = DataInspection(plan, context(of: plan))
    return inspection.failures.flatMap { step, failure in failure.diagnostics(of: step, in: plan) }
      + inspection.notes.map { step, warning in warning.diagnostic(of: step, in: plan) }
  }
}

/// A look at the data of a notebook, step by step.
struct DataInspection {
  let plan: Plan
  private let context: RunContext
  private let result: (StepID) -> StepResult?
  /// What the load steps above are known to hold.
  private(set) var outlines: [StepID: DataOutline] = [:]
  private var networks: [StepID: NetworkForm] = [:]
  /// The steps that would fail, and why.
  private(set) var failures: [(step: PlannedStep, failure: StepFailure)] = []
  private(set) var notes: [(step: PlannedStep, warning: StepWarning)] = []

  /// - Parameter result: What a step has come to, where that is known: its files are not looked into.
  init(
    _ plan: Plan, _ context: RunContext,
    knowing result: @escaping (StepID) -> StepResult? = { _ in nil }
  ) {
    self.plan = plan
    self.context = context
    self.result = result
    let planner = plan.steps.contains { $0.declaration.runs != nil } ? RunPlanner(plan) : nil
    for step in plan.steps {
      note(of: step) { inspection in try inspection.inspect(step, planner) }
    }
  }

  /// The look at a run of a sweep: at the steps that are others than the notebook's own.
  private init(_ run: RunPlanner.RunPlan, beside own: DataInspection) {
    plan = run.plan
    context = own.context
    result = { run.unchanged.contains($0) ? own.result($0) : nil }
    outlines = own.outlines
    networks = own.networks
    for step in plan.steps where !run.unchanged.contains(step.id) {
      note(of: step) { inspection in try inspection.inspect(step, nil) }
    }
  }

  private mutating func note(
    of step: PlannedStep, _ inspect: (inout DataInspection) throws -> Void
  ) {
    do {
      try inspect(&self)
    } catch let failure as StepFailure {
      failures.append((step, failure))
    } catch {
      // Nothing else is thrown; whatever it is, the run will tell it.
    }
  }

  private mutating func inspect(_ step: PlannedStep, _ planner: RunPlanner?) throws {
    switch step.declaration {
    case let load as Load: try inspect(load, step)
    case let split as Split: try inspect(split)
    case let train as Train: try inspect(train, step)
    case let evaluate as Evaluate:
      try expect(evaluate.examples, for: evaluate.model)
      if let count = count(of: evaluate.examples) {
        try EvaluateWork.expect(evaluate, within: count)
      }
    case let predict as Predict:
      if count(of: predict.examples) == 0 { throw PredictWork.emptySet(predict.examples.set) }
      try expect(predict.examples, for: predict.model)
    case let pad as Try:
      if let network = networks[pad.model] { try TryWork.expectRoom(network.architecture) }
      try expect(pad.examples, for: pad.model)
    case let plot as Plot: try inspect(plot.figure)
    case let source as SourceListing where result(step.id) == nil:
      _ = try SourceListingWork(source: source).cut(context)
    default:
      guard let runs = step.declaration.runs, let planner, result(step.id) == nil else { return }
      try inspect(runs, of: step, planner)
    }
  }
}

// MARK: - Steps

extension DataInspection {
  private mutating func inspect(_ load: Load, _ step: PlannedStep) throws {
    if case .model(let path) = load.source {
      networks[step.id] = NetworkForm(try LoadModelWork.network(path, context))
      return
    }
    if let known = result(step.id).flatMap({ DataOutline(of: load, $0) }) {
      outlines[step.id] = known
      return
    }
    let outline = try load.outline(context)
    outlines[step.id] = outline
    notes += outline.notes.compactMap { note in
      note.help.map { (step, StepWarning(note.fact, help: $0)) }
    }
    guard let labelled = load.labelled, let rows = outline.rows, labelled > rows else { return }
    throw LoadWork.tooManyLabelled(labelled, of: rows)
  }

  private func inspect(_ split: Split) throws {
    guard let labelled = count(of: SetReference(step: split.examples, set: .labelled)),
      split.dev >= labelled
    else { return }
    throw SplitWork.tooLarge(split, for: labelled)
  }

  private mutating func inspect(_ train: Train, _ step: PlannedStep) throws {
    guard let outline = outline(of: train.examples.step) else { return }
    let network = try NetworkOfTraining(train, of: outline.form.shape, classes: outline.classes)
    // Where the images do not fit, reading them tells it.
    if let count = mostExamples(of: train.examples), outline.heldMemory <= context.memory {
      try network.expectMemory(
        count: count, validation: train.validation.flatMap(mostExamples) ?? 0,
        held: outline.heldMemory, context)
    }
    try network.expectRoomInPages(of: step.id, plan)
    networks[step.id] = NetworkForm(network.architecture, outline.classes)
  }

  private func inspect(_ figure: any PlotDeclaration) throws {
    switch figure {
    case let activations as ActivationsPlot:
      _ = try networks[activations.network]?.architecture.place(of: activations.choice)
      guard let count = count(of: activations.examples) else { return }
      try ActivationsWork.expect(activations, within: count)
    case let filters as FiltersPlot:
      guard let network = networks[filters.network] else { return }
      _ = try FiltersWork.layer(of: filters, in: network.architecture)
    default: return
    }
  }

  /// Throws where some runs of a sweep would fail.
  private func inspect(_ runs: PlannedRuns, of step: PlannedStep, _ planner: RunPlanner) throws {
    guard !failures(among: runs.grid.representatives, of: runs, planner).isEmpty else { return }
    // How many fail is of interest where any does.
    let failures = failures(among: Array(0..<runs.grid.count), of: runs, planner)
    guard failures.isEmpty else { throw StepFailure(failures, of: runs.grid, step) }
  }

  /// The runs that would fail.
  private func failures(
    among numbers: [Int], of runs: PlannedRuns, _ planner: RunPlanner
  ) -> [SweepBoard.Failure] {
    var failures: [SweepBoard.Failure] = []
    for run in numbers {
      if context.isCancelled() { break }
      let looked = DataInspection(runs.plan(of: run, by: planner), beside: self)
      if let failure = looked.failures.first?.failure {
        failures.append(.init(run: run, message: failure.message, help: failure.help))
      }
    }
    return failures
  }

  /// Throws where a network cannot read a set.
  private func expect(_ examples: SetReference, for model: StepID) throws {
    guard let network = networks[model], let outline = outline(of: examples.step) else { return }
    try network.expect(outline.form, outline.classes, of: examples.set)
  }
}
