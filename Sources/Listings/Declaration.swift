import Spelling

/// A Swift declaration in a source text: its documentation, its attributes and its body.
struct Declaration {
  /// The lines it takes, counted from 0.
  let range: Range<Int>

  private static let keywords: Set<String> = [
    "func", "struct", "enum", "class", "actor", "protocol", "extension", "var", "let", "typealias",
  ]

  /// Declarations that are called by their keyword.
  private static let unnamed: Set<String> = ["init", "deinit", "subscript"]

  /// Finds the first declaration of `name` among the lines of `range`.
  init?(_ name: String, in code: CodeLines, within range: Range<Int>) {
    guard let line = range.first(where: { Self.declares(name, code.lines[$0]) }) else { return nil }
    var start = line
    while start > range.lowerBound, Self.leadsIn(start - 1, code) { start -= 1 }
    self.range = start..<Self.end(of: line, in: code.lines, within: range)
  }

  private static func declares(_ name: String, _ line: String) -> Bool {
    let words = line.split { !($0.isLetterOfWord || $0.isDigitOfWord || $0 == "_" || $0 == "@") }
    if unnamed.contains(name) {
      return words.contains { word in
        word == name
          && (word.startIndex == line.startIndex
            || line[line.index(before: word.startIndex)] != ".")
      }
    }
    return zip(words, words.dropFirst()).contains { keyword, word in
      keywords.contains(String(keyword)) && word == name
    }
  }

  /// Whether a line belongs to the declaration below it: a comment or an attribute.
  private static func leadsIn(_ index: Int, _ code: CodeLines) -> Bool {
    code.isComment(index) || code.lines[index].drop { $0 == " " }.hasPrefix("@")
  }

  /// The line after the last: where the brackets that the declaration opens are closed again.
  private static func end(of start: Int, in lines: [String], within range: Range<Int>) -> Int {
    var depth = 0
    var hasBody = false
    for index in start..<range.upperBound {
      for bracket in lines[index] where "{}()[]".contains(bracket) {
        depth += "{([".contains(bracket) ? 1 : -1
        if bracket == "{" { hasBody = true }
      }
      let next = index + 1 < range.upperBound ? lines[index + 1].drop { $0 == " " } : ""
      let continues =
        !hasBody && (next.hasPrefix("{") || next.hasPrefix("->") || next.hasPrefix("where"))
      if depth <= 0, !continues { return index + 1 }
    }
    return range.upperBound
  }
}
