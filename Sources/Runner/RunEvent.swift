package import Plan

/// What a run tells while it goes on.
package enum RunEvent: Sendable {
  /// A step begins to be computed, with the reason in words.
  case began(PlannedStep, why: String)
  case trained(PlannedStep, TrainingProgress)
  /// A step is done; `isStored` says that its result was in the store, `why` tells the reason.
  case finished(PlannedStep, seconds: Double, isStored: Bool, why: String)
  /// A step could not finish; the diagnostic as a terminal shows it.
  case failed(PlannedStep, diagnostic: String)
  case warned(String)
}

/// How far a training has come.
package struct TrainingProgress: Sendable, Equatable {
  /// Updates made.
  package let iteration: Int
  /// Updates to make in all.
  package let iterations: Int
  /// Updates that had been made when this run took over.
  package let start: Int
  /// The accuracy last reported, in 0...1; `nil` before the first.
  package let accuracy: Double?

  package init(iteration: Int, iterations: Int, start: Int, accuracy: Double?) {
    self.iteration = iteration
    self.iterations = iterations
    self.start = start
    self.accuracy = accuracy
  }
}

extension RunEvent {
  /// Whether it tells of something wrong.
  package var isProblem: Bool {
    switch self {
    case .failed, .warned: true
    case .began, .trained, .finished: false
    }
  }
}
