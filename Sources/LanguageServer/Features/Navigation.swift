import Files
import Notebook
import Plan

/// Where things are defined and mentioned.
struct Navigation {
  let notebook: OpenNotebook

  /// The place where what stands at a place is defined: a step, a heading, a footnote, a file.
  func definition(at position: SourcePosition) -> JSON {
    let mentions = notebook.mentions
    if let mention = mentions.mention(at: position) {
      guard let definition = mentions.of(mention.subject).first(where: \.isDefinition) else {
        return nil
      }
      return location(definition.range)
    }
    if let file = mentions.files.first(where: { touches($0.range, position) }) {
      return fileLocation(file.path)
    }
    return memberDefinition(at: position)
  }

  func references(at position: SourcePosition, withDefinition: Bool) -> JSON {
    guard let mention = notebook.mentions.mention(at: position) else { return [] }
    return .list(
      notebook.mentions.of(mention.subject).filter { withDefinition || !$0.isDefinition }
        .map { location($0.range) })
  }

  func highlights(at position: SourcePosition) -> JSON {
    guard let mention = notebook.mentions.mention(at: position) else { return [] }
    return .list(
      notebook.mentions.of(mention.subject).map {
        // 2 is a reading, 3 a writing.
        ["range": notebook.places.json($0.range), "kind": $0.isDefinition ? 3 : 2]
      })
  }

  /// The files that the text leads to.
  func links() -> JSON {
    .list(
      notebook.mentions.files.compactMap { file in
        let path = notebook.path(of: file.path)
        guard resolvedPath(path) != nil else { return nil }
        return [
          "range": notebook.places.json(file.range), "target": .text(DocumentAddress.uri(of: path)),
        ]
      })
  }

  /// A member of a step's values leads to the step.
  private func memberDefinition(at position: SourcePosition) -> JSON {
    let mentions = notebook.mentions.all.filter {
      $0.range.start.line == position.line && $0.range.end < position && !$0.isDefinition
    }
    guard let nearest = mentions.max(by: { $0.range.end < $1.range.end }),
      case .step = nearest.subject
    else { return nil }
    let line = notebook.layout.lines[position.line - 1]
    let between = line.dropFirst(nearest.range.end.column - 1)
      .prefix(position.column - nearest.range.end.column)
    guard between.first == ".", between.allSatisfy({ $0 == "." || ExpressionText.isNamePart($0) })
    else { return nil }
    return notebook.mentions.of(nearest.subject).first(where: \.isDefinition)
      .map { location($0.range) } ?? nil
  }

  private func location(_ range: SourceRange) -> JSON {
    ["uri": .text(notebook.uri), "range": notebook.places.json(range)]
  }

  private func fileLocation(_ written: String) -> JSON {
    let path = notebook.path(of: written)
    guard resolvedPath(path) != nil else { return nil }
    let start: JSON = ["line": 0, "character": 0]
    return [
      "uri": .text(DocumentAddress.uri(of: path)), "range": ["start": start, "end": start],
    ]
  }

  private func touches(_ range: SourceRange, _ position: SourcePosition) -> Bool {
    range.start <= position && position <= range.end
  }
}
