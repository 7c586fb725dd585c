/// Inlines as they come in, with text in one piece and the tags that are still open.
struct InlineRun {
  private var inlines: [Inline] = []
  /// The parser cuts text at every character that might have meant something.
  private var text = ""
  private var opened: [(tag: Tag, range: SourceRange, start: Int)] = []

  /// How many tags are open.
  var depth: Int { opened.count }

  /// The tags that nothing has closed.
  var open: [(tag: Tag, range: SourceRange)] { opened.map { ($0.tag, $0.range) } }

  mutating func append(_ inline: Inline) {
    if case .text(let more) = inline {
      text += more
      return
    }
    endText()
    inlines.append(inline)
  }

  /// Takes back the last character of the text that came in last.
  mutating func dropLastCharacter() {
    if !text.isEmpty { text.removeLast() }
  }

  mutating func open(_ tag: Tag, _ range: SourceRange) {
    endText()
    opened.append((tag, range, inlines.count))
  }

  /// Takes what stands since the tag was opened into it; tells whether it was open.
  mutating func close(_ tag: Tag) -> Bool {
    guard let last = opened.last, last.tag == tag else { return false }
    endText()
    opened.removeLast()
    let inner = Array(inlines[last.start...])
    inlines.removeSubrange(last.start...)
    inlines.append(.tagged(tag, inner))
    return true
  }

  /// All of them, in order.
  var finished: [Inline] { text.isEmpty ? inlines : inlines + [.text(text)] }

  private mutating func endText() {
    if !text.isEmpty { inlines.append(.text(text)) }
    text = ""
  }
}
