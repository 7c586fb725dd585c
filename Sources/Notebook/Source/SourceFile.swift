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
    var lines = Self.lines(of: Array(self.text.utf8))
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// Byte by byte: the ends of lines are never a part of another character.
  private static func lines(of bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      // The second half of CRLF ends no line of its own.
      if byte == 0x0A, place > 0, bytes[place - 1] == 0x0D { start = place + 1; continue }
      lines.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place + 1
    }
    lines.append(String(decoding: bytes[start...], as: UTF8.self))
    return lines
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
