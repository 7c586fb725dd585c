/// Finds references to works, `[^key]`, of which the parser knows nothing: their list is in the front
/// matter.
struct Citations {
  /// The keys by their labels: labels of footnotes are compared in lower case.
  private let keys: [String: String]

  init(_ references: [Reference]) {
    keys = Dictionary(references.map { ($0.key.lowercased(), $0.key) }) { first, _ in first }
  }

  var labels: Set<String> { Set(keys.keys) }

  /// Running text with its references as such.
  func found(in inlines: [Inline]) -> [Inline] {
    keys.isEmpty ? inlines : inlines.flatMap(found)
  }

  private func found(in inline: Inline) -> [Inline] {
    switch inline {
    case .text(let text): pieces(of: text)
    case .emphasis(let inner): [.emphasis(found(in: inner))]
    case .strong(let inner): [.strong(found(in: inner))]
    case .strikethrough(let inner): [.strikethrough(found(in: inner))]
    case .tagged(let tag, let inner): [.tagged(tag, found(in: inner))]
    case .link(let destination, let title, let inner):
      [.link(destination: destination, title: title, found(in: inner))]
    case .image(let path, let title, let description):
      [.image(path: path, title: title, found(in: description))]
    case .code, .formula, .softBreak, .lineBreak, .footnoteReference, .value, .reference: [inline]
    }
  }

  private func pieces(of text: String) -> [Inline] {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return [.text(text)] }
    var pieces: [Inline] = []
    var before = text.startIndex
    /// Where the last `[^` stands, and a key may begin: none holds a bracket.
    var open: (bracket: String.Index, key: String.Index)?
    var place = text.startIndex
    while place < text.endIndex {
      let next = text.index(after: place)
      switch text[place] {
      case "[":
        let isReference = next < text.endIndex && text[next] == "^"
        open = isReference ? (place, text.index(after: next)) : nil
      case "]":
        if let found = open, let key = keys[text[found.key..<place].lowercased()] {
          if before < found.bracket { pieces.append(.text(String(text[before..<found.bracket]))) }
          pieces.append(.footnoteReference(label: key))
          before = next
        }
        open = nil
      default: break
      }
      place = next
    }
    if before < text.endIndex { pieces.append(.text(String(text[before...]))) }
    return pieces
  }
}
