import Notebook
import Plan
import Runner

/// What can be written at a place of a notebook.
struct Completion {
  /// What a proposal is, by the protocol's numbers.
  enum Kind: Int {
    case method = 2
    case function = 3
    case field = 5
    case variable = 6
    case keyword = 14
    case snippet = 15
    case property = 10
    case value = 12
    case file = 17
    case reference = 18
    case folder = 19
  }

  struct Item {
    let label: String
    let kind: Kind
    var detail = ""
    var documentation = ""
    /// What is written; the label where `nil`.
    var text: String?
    /// Whether the text has places to go to, marked `$1`.
    var isSnippet = false
  }

  let notebook: OpenNotebook
  let results: LastResults?
  let takesSnippets: Bool

  /// The proposals for a place, each taking the place of what was begun there.
  func items(at position: SourcePosition) -> [JSON] {
    guard let place = CursorPlace(position, in: notebook.layout) else { return [] }
    let (prefix, items) = proposals(place, position.line)
    let start = SourcePosition(
      line: position.line, column: max(1, position.column - prefix.count))
    let range = notebook.places.json(SourceRange(start, position))
    return items.enumerated().map { number, item in json(item, number, range) }
  }

  private func proposals(_ place: CursorPlace, _ line: Int) -> (prefix: String, [Item]) {
    switch place {
    case .kind(let fence, let prefix): (prefix, kinds(fence))
    case .optionKey(let fence, let kind, let prefix): (prefix, keys(fence, kind))
    case .optionValue(let fence, let kind, let key, let words, let prefix):
      values(fence, kind, key, words, prefix, line)
    case .nestedKey(let fence, let kind, let key, let prefix):
      nested(fence, kind, key, prefix, line)
    case .expression(let text): expression(text)
    case .format(let expression, let prefix): (prefix, formats(of: expression))
    case .frontMatterKey(let prefix): (prefix, frontMatterKeys)
    case .address(let prefix): address(prefix)
    case .footnote(let prefix):
      (
        prefix,
        notebook.mentions.all.compactMap { mention in
          guard mention.isDefinition, case .footnote(let label) = mention.subject else {
            return nil
          }
          return Item(label: label, kind: .reference)
        }
      )
    }
  }

  private func json(_ item: Item, _ number: Int, _ range: JSON) -> JSON {
    let order = String(number)
    return .object(compacting: [
      "label": .text(item.label), "kind": .integer(item.kind.rawValue),
      "detail": item.detail.isEmpty ? nil : .text(item.detail),
      "documentation": item.documentation.isEmpty
        ? nil : ["kind": "markdown", "value": .text(item.documentation)],
      "sortText": .text(String(repeating: "0", count: max(0, 4 - order.count)) + order),
      "filterText": .text(item.label),
      "insertTextFormat": .integer(item.isSnippet ? 2 : 1),
      "textEdit": ["range": range, "newText": .text(item.text ?? item.label)],
    ])
  }

  func item(_ step: SketchedStep) -> Item {
    Item(
      label: step.name, kind: .variable, detail: "\(step.kind.name) step",
      documentation: step.kind.declaration.documentation.summary)
  }
}
