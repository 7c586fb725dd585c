import Notebook
package import Plan
import Spelling

/// The steps of a notebook that a run is asked to compute.
package struct Slice: Sendable, Equatable {
  /// Indices of steps.
  let steps: Range<Int>

  /// All steps of a plan.
  package init(all plan: Plan) {
    steps = 0..<plan.steps.count
  }

  /// One step, or those from one step on, up to another, or both.
  package init(of plan: Plan, only: String?, from: String?, until: String?) throws(SliceError) {
    func index(_ name: String?, _ flag: String) throws(SliceError) -> Int? {
      guard let name else { return nil }
      if let step = plan.steps.first(where: { $0.name == name }) { return step.index }
      let names = plan.steps.map(\.name)
      throw SliceError.unknownStep(
        name, flag: flag, suggestion: suggestion(for: name, among: names), names: names)
    }
    if let only = try index(only, "--only") {
      guard from == nil, until == nil else { throw .mixed }
      steps = only..<only + 1
      return
    }
    let first = try index(from, "--from") ?? 0
    let last = try index(until, "--until") ?? plan.steps.count - 1
    guard first <= last || plan.steps.isEmpty else {
      throw .reversed(from: from ?? "", until: until ?? "")
    }
    steps = first..<max(first, last + 1)
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
