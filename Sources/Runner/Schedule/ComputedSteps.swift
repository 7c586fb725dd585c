import Plan
import Results

extension [ScheduledStep] {
  /// What has to be computed so that some steps have results: of these and of those above them, in
  /// the order of the plan, what the store does not have.
  func computed(for wanted: Set<StepID>) -> Set<StepID> {
    let steps = Dictionary(map { ($0.id, $0) }) { first, _ in first }
    var needed = wanted
    /// Steps whose results are stored, and whose examples or networks are made again.
    var remade: Set<StepID> = []
    for step in reversed()
    where step.stored == nil ? needed.contains(step.id) : remade.contains(step.id) {
      for input in step.planned.inputs.compactMap({ steps[$0.step] }) {
        if input.stored == nil {
          needed.insert(input.id)
        } else if input.handsOn {
          remade.insert(input.id)
        }
      }
    }
    return needed.filter { steps[$0]?.stored == nil }
  }
}

extension ScheduledStep {
  /// Whether later steps take more of it than its values.
  var handsOn: Bool {
    planned.declaration.provides.contains { provision in
      switch provision {
      case .set, .network: true
      case .history, .evaluation, .predictions, .runs, .comparison: false
      }
    }
  }
}
