import Language
import Notebook
import Plan
import Results

// Where in the notebook something about a step is told.

extension StepFailure {
  /// The failure at the place of the option that led to it, or at places of its own.
  func diagnostics(of step: PlannedStep, in plan: Plan) -> [Diagnostic] {
    guard diagnostics.isEmpty else { return diagnostics }
    return [
      Diagnostic(
        "step '\(step.id)': \(plan.told(option, of: step))\(message)",
        at: step.written.place(of: option, item: item, in: plan),
        help: misspelling == nil ? help : nil, misspelling: misspelling)
    ]
  }
}

extension StepWarning {
  func diagnostic(of step: PlannedStep, in plan: Plan) -> Diagnostic {
    Diagnostic(
      "step '\(step.id)': \(plan.told(option, of: step))\(message)",
      at: step.written.place(of: option, in: plan), help: help, severity: .warning)
  }
}

extension Plan {
  /// What the command line sets an option to, before what is wrong with it; nothing where the
  /// notebook says it.
  fileprivate func told(_ key: String?, of step: PlannedStep) -> String {
    let setting = overrides.options.last {
      $0.step == step.name && $0.option == key && $0.place == nil
    }
    return setting.map { "--set \($0.text): " } ?? ""
  }
}

extension Step {
  /// Where an option stands, or an item of it; the step's kind where it is not written, or is set on
  /// the command line.
  fileprivate func place(of key: String?, item: Int? = nil, in plan: Plan) -> SourceRange {
    let isOverridden = plan.overrides.options.contains { $0.step == name && $0.option == key }
    guard !isOverridden, let value = options.first(where: { $0.key == key })?.value else {
      return kindRange
    }
    guard let item, value.items.indices.contains(item) else { return value.range }
    return value.items[item].range
  }
}
