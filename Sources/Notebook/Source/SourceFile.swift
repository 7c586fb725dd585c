/// A text file with its name, whole and by line.
package struct SourceFile: Sendable, Equatable {
  /// The path as the user wrote it; diagnostics show it.
  package let path: String
  /// The whole text, without a byte order mark.
  package let text: String
  /// The lines without their ends; LF, CRLF and CR all end one, as in CommonMark.
  package let lines: [String]

  package init(path: String, text: String) {
    self.path = path
    // A byte order mark is no text: it would shift every column of the first line.
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    self.text = hasMark ? String(text.unicodeScalars.dropFirst()) : text
    var lines = self.text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines.map(String.init)
  }
}

/// A place in a text: line and column from 1, the column counted in characters.
package struct SourcePosition: Sendable, Hashable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }

  /// The place `count` characters further on the same line.
  package func advanced(by count: Int) -> Self {
    Self(line: line, column: column + count)
  }
}

/// A stretch of a text, from its first character to just past its last.
package struct SourceRange: Sendable, Hashable {
  package let start: SourcePosition
  package let end: SourcePosition

  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// A stretch of `length` characters on one line.
  package init(line: Int, column: Int, length: Int) {
    start = SourcePosition(line: line, column: column)
    end = start.advanced(by: length)
  }
}
