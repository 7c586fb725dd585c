/// A Swift declaration in a source text: its documentation, its attributes and its body.
struct Declaration {
  /// The lines it takes, counted from 0.
  let range: Range<Int>

  private static let keywords: Set<String> = [
    "func", "struct", "enum", "class", "actor", "protocol", "extension", "var", "let", "typealias",
  ]

  /// Finds the first declaration of `name` among the lines of `range`.
  init?(_ name: String, in lines: [String], within range: Range<Int>) {
    guard let line = range.first(where: { Self.declares(name, lines[$0]) }) else { return nil }
    var start = line
    while start > range.lowerBound, Self.leadsIn(lines[start - 1]) { start -= 1 }
    self.range = start..<Self.end(of: line, in: lines, within: range)
  }

  private static func declares(_ name: String, _ line: String) -> Bool {
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@" || $0 == "/") }
    guard line.drop(while: { $0 == " " }).prefix(2) != "//" else { return false }
    if name == "init" { return words.contains("init") && !line.contains(".init") }
    return zip(words, words.dropFirst()).contains { keyword, word in
      keywords.contains(String(keyword)) && word == name
    }
  }

  /// Whether a line belongs to the declaration below it: a comment or an attribute.
  private static func leadsIn(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("//") || text.hasPrefix("@")
  }

  /// The line after the last: where the brackets that the declaration opens are closed again.
  private static func end(of start: Int, in lines: [String], within range: Range<Int>) -> Int {
    var depth = 0
    var hasBody = false
    for index in start..<range.upperBound {
      for bracket in brackets(in: lines[index]) {
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

  /// The brackets of a line that are neither in a string nor in a comment.
  private static func brackets(in line: String) -> [Character] {
    var result: [Character] = []
    var inString = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { inString.toggle() }
      if !inString {
        if character == "/", previous == "/" { break }
        if "{}()[]".contains(character) { result.append(character) }
      }
      previous = character
    }
    return result
  }
}
