import Plan
import Results

/// What the runs of a sweep have in common, made once: results, and what steps hand on.
struct SharedSteps: Sendable {
  struct Made: Sendable {
    let result: StepResult
    let handOver: HandOver?
  }

  let steps: [StepID: Made]

  /// Nothing, where the runs are done elsewhere.
  static let none = SharedSteps(steps: [:])

  private init(steps: [StepID: Made]) {
    self.steps = steps
  }

  /// Takes the steps of a notebook's own run that runs of a sweep build on.
  init(_ ids: Set<StepID>, of ledger: Ledger) async throws {
    var steps: [StepID: Made] = [:]
    for id in ids {
      guard let step = ledger.schedule[id], let result = ledger.result(of: id) else { continue }
      steps[id] = Made(
        result: result,
        handOver: step.handsOn ? try await ledger.handOver(of: id) : nil)
    }
    self.steps = steps
  }
}
