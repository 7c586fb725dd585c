import Notebook
import Results

/// The numbers of figures and of tables, in the order of the page, and their places in it.
struct Numbering {
  /// A figure or table with its number.
  struct Numbered {
    let number: Int
    let anchor: String
  }

  private struct Place: Hashable {
    let step: StepID
    let output: Int
  }

  private struct Name: Hashable {
    let kind: NumberedKind
    let name: String
    let index: Int
  }

  private var outputs: [Place: Numbered] = [:]
  private var captions: [Int: Numbered] = [:]
  private var names: [Name: Numbered] = [:]
  private var counts: [NumberedKind: Int] = [:]

  init(_ notebook: Notebook, _ results: RunResults) {
    for (index, block) in notebook.blocks.enumerated() {
      switch block {
      case .captioned(_, let caption):
        captions[index] = count(caption.kind, caption.name, 0)
      case .step(let index) where notebook.steps.indices.contains(index):
        count(notebook.steps[index], results)
      default: break
      }
    }
  }

  private mutating func count(_ written: Step, _ results: RunResults) {
    let step = StepID(written.name)
    guard case .done(let result) = results.outcome(of: step) else { return }
    var found: [NumberedKind: Int] = [:]
    for (place, output) in result.outputs.enumerated() {
      let kind: NumberedKind
      switch output {
      case .figure: kind = .figure
      case .table: kind = .table
      case .file, .code, .checks, .pad: continue
      }
      let index = found[kind, default: 0]
      found[kind] = index + 1
      if kind == .table, written.tables.hides(index) { continue }
      outputs[Place(step: step, output: place)] = count(kind, step.name, index)
    }
  }

  private mutating func count(_ kind: NumberedKind, _ name: String?, _ index: Int) -> Numbered {
    let number = (counts[kind] ?? 0) + 1
    counts[kind] = number
    let numbered = Numbered(
      number: number, anchor: Anchor.numbered(kind, name, index: index, number: number))
    if let name { names[Name(kind: kind, name: name, index: index)] = numbered }
    return numbered
  }

  /// The number of an output of a step; `nil` for outputs that have none.
  func output(of step: StepID, at place: Int) -> Numbered? {
    outputs[Place(step: step, output: place)]
  }

  /// The number of the captioned block at a place of the notebook.
  func caption(at place: Int) -> Numbered? { captions[place] }

  /// What a reference leads to; `nil` where it did not come about.
  subscript(reference: NumberedReference) -> Numbered? {
    names[Name(kind: reference.kind, name: reference.name, index: reference.index)]
  }
}
