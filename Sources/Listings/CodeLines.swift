import Spelling

/// The lines of a Swift text without what is no code: comments are left out, strings are marks.
struct CodeLines {
  /// Each line of the text; `"` stands for a string or a part of one.
  private(set) var lines: [String] = [""]
  /// Whether a line holds a comment, or a part of one, and nothing else.
  private var areComments: [Bool] = []

  init(of text: String) {
    var hasComment = [false]
    for token in SwiftTokenizer().tokens(text) {
      let parts = token.text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          lines.append("")
          hasComment.append(false)
        }
        guard !part.isEmpty else { continue }
        switch token.kind {
        case .comment: hasComment[hasComment.count - 1] = true
        case .string: lines[lines.count - 1] += "\""
        default: lines[lines.count - 1] += part
        }
      }
    }
    areComments = zip(lines, hasComment).map { line, hasComment in
      hasComment && line.allSatisfy(\.isSpace)
    }
  }

  func isComment(_ index: Int) -> Bool { areComments[index] }
}
