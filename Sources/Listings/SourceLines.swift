import Spelling

/// Consecutive lines cut out of a source file.
package struct SourceLines: Sendable, Equatable {
  /// Which lines of a file.
  package enum Part: Sendable, Equatable {
    case whole
    /// The declaration of that name with its documentation comment; `TYPE.MEMBER` for a member.
    case symbol(String)
    /// The lines between `// region: NAME` and the next `// endregion`.
    case region(String)
  }

  /// The number of the first line, from 1.
  package let firstLine: Int
  /// The lines without the indentation that they share.
  package let text: String

  /// Cuts a part out of a source text; `nil` where the text does not hold it.
  package init?(_ part: Part, of text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
      .map(String.init)
    let found =
      switch part {
      case .whole: lines.startIndex..<(lines.last == "" ? lines.count - 1 : lines.count)
      case .region(let name): Self.region(name, in: lines)
      case .symbol(let path): Self.declaration(path, in: lines, CodeLines(of: text))
      }
    guard let range = found, !range.isEmpty else { return nil }
    firstLine = range.lowerBound + 1
    self.text = Self.unindented(Array(lines[range])).joined(separator: "\n")
  }

  /// Declarations that a path names within one another at most: each is looked for from its line on.
  private static let mostNested = 32

  private static func declaration(
    _ path: String, in lines: [String], _ code: CodeLines
  ) -> Range<Int>? {
    let names = path.split(separator: ".")
    guard (1...mostNested).contains(names.count) else { return nil }
    var range = lines.startIndex..<lines.endIndex
    for name in names {
      guard let inner = Declaration(String(name), in: code, within: range)?.range else {
        return nil
      }
      range = inner
    }
    return range
  }

  private static func region(_ name: String, in lines: [String]) -> Range<Int>? {
    func comment(_ line: String) -> Substring? {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      return trimmed.hasPrefix("//") ? trimmed.dropFirst(2).drop { $0 == " " } : nil
    }
    guard let start = lines.firstIndex(where: { comment($0) == "region: \(name)" }),
      let end = lines[start...].firstIndex(where: { comment($0) == "endregion" })
    else { return nil }
    return start + 1..<end
  }

  private static func unindented(_ lines: [String]) -> [String] {
    let indents = lines.filter { $0.contains { $0 != " " } }.map { line in
      line.prefix { $0 == " " }.count
    }
    let shared = indents.min() ?? 0
    return lines.map { String($0.dropFirst(min(shared, $0.prefix { $0 == " " }.count))) }
  }
}
