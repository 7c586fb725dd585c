package import Plan

/// What a run tells while it goes on.
package enum RunEvent: Sendable {
  /// A step begins to be computed, with the reason in words.
  case began(PlannedStep, why: String)
  case trained(PlannedStep, TrainingProgress)
  /// A step that owns runs of others has come further.
  case swept(PlannedStep, SweepProgress)
  /// A step is done; `isStored` says that its result was in the store, `why` tells the reason.
  case finished(PlannedStep, seconds: Double, isStored: Bool, why: String)
  /// A step could not finish; the diagnostic as a terminal shows it.
  case failed(PlannedStep, diagnostic: String)
  case warned(String)
}

extension RunEvent {
  /// Whether it tells of something wrong.
  package var isProblem: Bool {
    switch self {
    case .failed, .warned: true
    case .began, .trained, .swept, .finished: false
    }
  }
}
