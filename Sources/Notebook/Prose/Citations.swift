/// Finds references to works, `[^key]`, of which the parser knows nothing: their list is in the front
/// matter.
struct Citations {
  private let keys: Set<String>

  init(_ references: [Reference]) {
    keys = Set(references.map(\.key))
  }

  /// The keys as labels of footnotes are compared.
  var labels: Set<String> { Set(keys.map { $0.lowercased() }) }

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
    case .code, .formula, .link, .image, .softBreak, .lineBreak, .footnoteReference, .value,
      .reference:
      [inline]
    }
  }

  private func pieces(of text: String) -> [Inline] {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return [.text(text)] }
    var pieces: [Inline] = []
    var rest = text[...]
    var before = text.startIndex
    while let open = rest.firstRange(of: "[^"),
      let close = rest[open.upperBound...].firstIndex(of: "]")
    {
      let key = String(rest[open.upperBound..<close])
      let end = text.index(after: close)
      if keys.contains(key) {
        if before < open.lowerBound { pieces.append(.text(String(text[before..<open.lowerBound]))) }
        pieces.append(.footnoteReference(label: key))
        before = end
        rest = text[end...]
      } else {
        rest = text[open.upperBound...]
      }
    }
    if before < text.endIndex { pieces.append(.text(String(text[before...]))) }
    return pieces
  }
}
