/// A paragraph below a table or image of the prose that is its caption.
///
///     caption = ("Table" | "Figure") [NAME] ":" text
struct CaptionParagraph {
  let caption: ProseCaption

  /// `nil` where the paragraph is no caption, or what stands above it has none.
  init?(_ paragraph: [Inline], below block: Block) {
    guard let kind = Self.kind(of: block), case .text(let text)? = paragraph.first,
      text.hasPrefix(kind.title), let colon = text.firstIndex(of: ":")
    else { return nil }
    let head = text[..<colon].dropFirst(kind.title.count)
    let name = head.drop { $0 == " " }
    // A word of the sentence before its first colon is no name.
    guard name.isEmpty && head.isEmpty || head.first == " " && StepNames.isName(name) else {
      return nil
    }
    let rest = text[text.index(after: colon)...].drop { $0 == " " }
    caption = ProseCaption(
      kind, name: name.isEmpty ? nil : String(name),
      (rest.isEmpty ? [] : [.text(String(rest))]) + paragraph.dropFirst())
  }

  private static func kind(of block: Block) -> NumberedKind? {
    switch block {
    case .table: .table
    case .paragraph(let inlines):
      if inlines.count == 1, case .image? = inlines.first { .figure } else { nil }
    default: nil
    }
  }
}
