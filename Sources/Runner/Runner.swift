package import Cache
package import Engines
package import Notebook
package import Plan
package import Results

/// Runs plans: each step in order, from the store where its result is there already.
package struct Runner: Sendable {
  private let store: Store?
  private let version: String
  private let threads: Int
  private let maxMemory: Int?
  private let engine: any Engine
  private let commandOfRun: (@Sendable (String, String) -> [String])?
  private let isStrict: Bool
  private let isCancelled: @Sendable () -> Bool
  private let observe: @Sendable (RunEvent) -> Void

  /// - Parameters:
  ///   - store: where results are kept between runs; `nil` to compute everything.
  ///   - threads: how many threads train and predict; results do not depend on it.
  ///   - maxMemory: the bytes that a run may take; `nil` for what the machine has free.
  ///   - isStrict: whether a step's warning is as bad as an error.
  ///   - engine: what does the runs of sweeps.
  ///   - commandOfRun: the words of a command that does a run of a sweep elsewhere, of the name of
  ///     the step and a shell's word for the run; `nil` where none is known.
  ///   - isCancelled: is asked between steps and between iterations whether to stop.
  ///   - observe: is told what happens, on any thread.
  package init(
    store: Store?, version: String, threads: Int, maxMemory: Int? = nil, isStrict: Bool = false,
    engine: any Engine = LocalEngine.fitting,
    commandOfRun: (@Sendable (String, String) -> [String])? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    observe: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) {
    self.store = store
    self.version = version
    self.threads = threads
    self.maxMemory = maxMemory
    self.engine = engine
    self.commandOfRun = commandOfRun
    self.isStrict = isStrict
    self.isCancelled = isCancelled
    self.observe = observe
  }

  /// Runs a plan as far as it goes; a step that fails ends it, and is part of the results.
  ///
  /// - Parameter slice: the steps to compute; all where left out. Others are taken from the store.
  package func run(_ plan: Plan, slice: Slice? = nil) async -> Run {
    var execution = Execution(plan, slice ?? Slice(all: plan), context(of: plan))
    return await execution.run()
  }

  /// What a run would do with each step and why, in words, without doing any of it.
  package func intentions(_ plan: Plan, slice: Slice? = nil) -> [(step: String, what: String)] {
    Execution(plan, slice ?? Slice(all: plan), context(of: plan)).intentions
  }

  func context(of plan: Plan) -> RunContext {
    RunContext(
      readable: plan.readable, store: store, version: version, threads: threads,
      maxMemory: maxMemory, engine: engine, commandOfRun: commandOfRun, isStrict: isStrict,
      isCancelled: isCancelled, observe: observe)
  }
}

/// A run's results, and the record of how it went.
package struct Run: Sendable {
  package let results: RunResults
  package let record: RunRecord
  /// Whether the run was asked to stop before its end.
  package let isInterrupted: Bool
  /// Whether steps were left out because only a part was asked for; nothing has failed.
  package let isPartial: Bool
  /// Why the run is not complete, each in its place: steps, claims and inline values.
  package let problems: [Diagnostic]
  /// What whoever relies on the results ought to know, each in its place; observers have been told.
  package let warnings: [Diagnostic]
  /// What failed at the end: observers have been told of the rest.
  package let untold: [Diagnostic]
}
