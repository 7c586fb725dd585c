import Notebook
import Plan
import Runner

/// The offers above steps to run up to them, with what would happen and why.
struct RunLens {
  static let command = "daybook.runTo"

  let notebook: OpenNotebook
  let results: LastResults?

  func lenses() -> [JSON] {
    (notebook.sketch?.steps ?? []).map { step in
      let standing = Self.standing(of: step, results).map { " · \($0)" } ?? ""
      return [
        "range": notebook.places.json(step.written.kindRange),
        "command": [
          "title": .text("▶ run to here\(standing)"), "command": .text(Self.command),
          "arguments": [.text(notebook.uri), .text(step.name)],
        ],
      ]
    }
  }

  /// What a run would do with a step, and why.
  static func standing(of step: SketchedStep, _ results: LastResults?) -> String? {
    guard step.planned != nil else { return "it has a mistake" }
    return switch results?[step.id]?.standing {
    case .current: "unchanged"
    case .changed(let why): "would run: \(why)"
    case .neverRun: "would run: not run before"
    case nil: results == nil ? nil : "judged anew in every run"
    }
  }
}
