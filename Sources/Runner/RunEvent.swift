package import Plan

/// What a run tells while it goes on.
package enum RunEvent: Sendable {
  /// A step begins to be computed, with the reason in words.
  case began(PlannedStep, why: String)
  case trained(PlannedStep, TrainingProgress)
  /// A step that owns runs of others has come further.
  case swept(PlannedStep, SweepProgress)
  /// A step is done; `isStored` says that its result was in the store, `why` tells the reason, and
  /// `what` in a few words what was done.
  case finished(PlannedStep, seconds: Double, isStored: Bool, why: String, what: String)
  /// A step could not finish; the diagnostic as a terminal shows it.
  case failed(PlannedStep, diagnostic: String)
  /// What is to be known of the result of a step; the diagnostic as a terminal shows it.
  case doubted(PlannedStep, diagnostic: String)
  /// Something beside the steps, such as a store that cannot be written.
  case warned(String)
}

extension RunEvent {
  /// Whether it tells of something wrong with a step, which the run's own problems tell of too.
  package var isOfStep: Bool {
    switch self {
    case .failed, .doubted: true
    case .began, .trained, .swept, .finished, .warned: false
    }
  }

  /// Whether it tells of something wrong.
  package var isProblem: Bool {
    switch self {
    case .failed, .doubted, .warned: true
    case .began, .trained, .swept, .finished: false
    }
  }
}
