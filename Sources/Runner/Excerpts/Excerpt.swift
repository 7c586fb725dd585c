import Plan

/// Consecutive lines of a source file.
struct Excerpt: Equatable {
  /// The number of the first line, from 1.
  let firstLine: Int
  /// The lines without the indentation that they share.
  let text: String

  /// Cuts a part out of a source text; `nil` where the text does not hold it.
  init?(_ part: SourceListing.Part, of text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    guard let range = Self.range(of: part, in: lines), !range.isEmpty else { return nil }
    firstLine = range.lowerBound + 1
    self.text = Self.unindented(Array(lines[range])).joined(separator: "\n")
  }

  private static func range(of part: SourceListing.Part, in lines: [String]) -> Range<Int>? {
    switch part {
    case .whole:
      return lines.startIndex..<(lines.last == "" ? lines.count - 1 : lines.count)
    case .region(let name):
      return region(name, in: lines)
    case .symbol(let path):
      var range = lines.startIndex..<lines.endIndex
      for name in path.split(separator: ".") {
        guard let inner = Declaration(String(name), in: lines, within: range)?.range else {
          return nil
        }
        range = inner
      }
      return range
    }
  }

  /// The lines between `// region: NAME` and the next `// endregion`.
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
