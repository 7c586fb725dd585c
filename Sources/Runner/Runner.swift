package import Cache
package import Plan
package import Results

/// Runs plans: each step in order, from the store where its result is there already.
package struct Runner: Sendable {
  let context: RunContext

  /// A runner for notebooks in `folder`, from which their paths lead to files.
  ///
  /// - Parameters:
  ///   - store: where results are kept between runs; `nil` to compute everything.
  ///   - build: the identity of the program; results of another one are not used.
  ///   - threads: how many threads train and predict; results do not depend on it.
  ///   - isCancelled: is asked between steps and between iterations whether to stop.
  ///   - observe: is told what happens, on any thread.
  package init(
    folder: String, store: Store?, build: String, version: String, threads: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    observe: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) {
    context = RunContext(
      folder: folder, store: store, build: build, version: version, threads: threads,
      isCancelled: isCancelled, observe: observe)
  }

  /// Runs a plan as far as it goes; a step that fails ends it, and is part of the results.
  ///
  /// - Parameter slice: the steps to compute; all where left out. Others are taken from the store.
  package func run(_ plan: Plan, slice: Slice? = nil) async -> Run {
    var execution = Execution(plan: plan, slice: slice ?? Slice(all: plan), context: context)
    return await execution.run()
  }

  /// What a run would do with each step and why, in words, without doing any of it.
  package func preview(_ plan: Plan, slice: Slice? = nil) -> [(step: String, what: String)] {
    Execution(plan: plan, slice: slice ?? Slice(all: plan), context: context).intentions
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
}

/// What every step of a run has at hand.
struct RunContext: Sendable {
  let folder: String
  let store: Store?
  let build: String
  let version: String
  let threads: Int
  let isCancelled: @Sendable () -> Bool
  let observe: @Sendable (RunEvent) -> Void

  /// The path of a file that a notebook names.
  func path(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }

  /// A path as the notebook would write it: without the notebook's folder.
  func shortened(_ path: String) -> String {
    !folder.isEmpty && path.hasPrefix(folder + "/")
      ? String(path.dropFirst(folder.count + 1)) : path
  }
}
