/// A paragraph below a table or image of the prose that is its caption.
///
///     caption = ("Table" | "Figure") [NAME] ":" text
///
/// The word may be that of any language that pages are written in.
struct CaptionParagraph {
  let caption: ProseCaption
  /// The word as it is written.
  private let word: String

  /// `nil` where the paragraph is no caption.
  init?(_ paragraph: [Inline]) {
    guard case .text(let text)? = paragraph.first, let colon = text.firstIndex(of: ":"),
      let word = NumberedKind.titles.keys.first(where: { Self.begins(text, with: $0) }),
      let kind = NumberedKind.titles[word]
    else { return nil }
    // French has a blank before its colons.
    let head = text[..<colon].dropFirst(word.count).trimmingEnd
    let name = head.drop(while: \.isWhitespace)
    // A word of the sentence before its first colon is no name.
    guard name.isEmpty && head.isEmpty || head.first?.isWhitespace == true && StepNames.isName(name)
    else {
      return nil
    }
    let rest = text[text.index(after: colon)...].drop { $0 == " " }
    self.word = word
    caption = ProseCaption(
      kind, name: name.isEmpty ? nil : String(name),
      (rest.isEmpty ? [] : [.text(String(rest))]) + paragraph.dropFirst())
  }

  /// Whether a text begins with a word, and not with a longer one.
  private static func begins(_ text: String, with word: String) -> Bool {
    guard text.hasPrefix(word), let next = text.dropFirst(word.count).first else { return false }
    return next == ":" || next.isWhitespace
  }

  /// Whether the block above the paragraph is what it speaks of.
  func belongs(to block: Block) -> Bool {
    switch block {
    case .table: caption.kind == .table
    case .paragraph(let inlines):
      if inlines.count == 1, case .image? = inlines.first { caption.kind == .figure } else { false }
    default: false
    }
  }

  /// What is wrong where nothing above it can have the caption; `nil` where its name may as well be
  /// a word of a sentence, "Table tennis: …": what refers to it would be told of.
  func problem(at place: SourceRange) -> Diagnostic? {
    guard caption.name == nil else { return nil }
    let what = caption.kind == .table ? "table" : "image"
    return Diagnostic(
      "a caption, '\(word):', with no \(what) of the prose right above it",
      at: place,
      help: "put it below its \(what); a step's own is its option 'caption'",
      severity: .warning)
  }
}

extension Substring {
  /// The text without blanks at its end, those that do not break included.
  fileprivate var trimmingEnd: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return self[...last]
  }
}
