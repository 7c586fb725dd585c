import Notebook
package import Plan
import Results
import Spelling

/// The steps of a notebook that a run is asked to compute.
package struct Slice: Sendable, Equatable {
  /// The steps of the notebook, by name.
  private let names: Set<String>

  /// All steps of a plan.
  package init(all plan: Plan) {
    names = Set(plan.steps.map(\.written.name))
  }

  /// What a step takes something of.
  init(inputsOf step: PlannedStep) {
    names = Set(step.inputs.map(\.step.name))
  }

  /// Whether a step, or the notebook's step that it belongs to, is to be computed.
  func contains(_ step: PlannedStep) -> Bool { names.contains(step.written.name) }

  /// One step, or those from one step on, up to another, or both.
  package init(of plan: Plan, only: String?, from: String?, until: String?) throws(SliceError) {
    let names = plan.notebook.steps.map(\.name)
    func index(_ name: String?, _ flag: String) throws(SliceError) -> Int? {
      guard let name else { return nil }
      if let index = names.firstIndex(of: name) { return index }
      throw SliceError.unknownStep(
        name, flag: flag, suggestion: suggestion(for: name, among: names), names: names)
    }
    if let only = try index(only, "--only") {
      guard from == nil, until == nil else { throw .mixed }
      self.names = [names[only]]
      return
    }
    let first = try index(from, "--from") ?? 0
    let last = try index(until, "--until") ?? names.count - 1
    guard first <= last || names.isEmpty else {
      throw .reversed(from: from ?? "", until: until ?? "")
    }
    self.names = Set(names[first..<max(first, last + 1)])
  }
}

/// What is wrong with the steps that a run is asked for.
package enum SliceError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknownStep(String, flag: String, suggestion: String?, names: [String])
  case mixed
  case reversed(from: String, until: String)

  package var description: String {
    switch self {
    case .unknownStep(let name, let flag, let near?, _):
      "\(flag) \(name): the notebook has no step '\(name)'; did you mean '\(near)'?"
    case .unknownStep(let name, let flag, nil, let names):
      "\(flag) \(name): the notebook has no step '\(name)'; its steps are \(names.listed(with: "and"))"
    case .mixed: "--only goes without --from and --until"
    case .reversed(let from, let until):
      "--from \(from) --until \(until): step '\(from)' stands below step '\(until)'"
    }
  }
}
