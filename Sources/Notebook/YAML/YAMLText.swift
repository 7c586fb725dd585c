import Spelling

/// The lines of a YAML text within a notebook, each with its place.
struct YAMLText {
  struct Line {
    let text: String
    /// Where the line's first character stands.
    let start: SourcePosition
  }

  let lines: [Line]
  /// Where a problem of the text as a whole is shown, such as the opening fence.
  let place: SourceRange
  private let size: Int
  /// The characters of each line; none of a text that is too large to be read.
  private let characters: [[Character]]
  /// The scalars before each character, of lines where it is not one a character.
  private let scalars: [Int: [Int]]

  /// Bytes a YAML text may have: far above any step, low enough to be read in no time.
  private static let sizeLimit = 1 << 16
  /// Levels of lists and mappings, which also bounds the recursion of the parser.
  private static let depthLimit = 64

  init(lines: [Line], place: SourceRange) {
    self.lines = lines
    self.place = place
    size = lines.reduce(0) { $0 + $1.text.utf8.count }
    characters = size <= Self.sizeLimit ? lines.map { Array($0.text) } : []
    var scalars: [Int: [Int]] = [:]
    for (index, line) in characters.enumerated()
    where line.count != lines[index].text.unicodeScalars.count {
      var count = 0
      scalars[index] = line.map { character in
        defer { count += character.unicodeScalars.count }
        return count
      }
    }
    self.scalars = scalars
  }

  var joined: String { lines.map(\.text).joined(separator: "\n") }

  /// The place of a mark, which counts lines and Unicode scalars from 1.
  func position(line: Int, scalarColumn: Int) -> SourcePosition {
    guard let last = lines.last else { return place.start }
    guard lines.indices.contains(line - 1) else {
      return last.start.advanced(by: last.text.count)
    }
    let column = max(0, scalarColumn - 1)
    guard let starts = scalars[line - 1] else { return lines[line - 1].start.advanced(by: column) }
    return lines[line - 1].start.advanced(by: starts.partitioningIndex { $0 >= column })
  }

  /// The line at a position; `nil` for a position outside.
  func line(at position: SourcePosition) -> Line? {
    index(of: position).map { lines[$0] }
  }

  /// The index of the line at a position; `nil` for a position outside.
  func index(of position: SourcePosition) -> Int? {
    guard let first = lines.first?.start.line else { return nil }
    let index = position.line - first
    return lines.indices.contains(index) ? index : nil
  }

  /// The characters of the line at an index; none outside.
  func characters(at index: Int) -> [Character] {
    characters.indices.contains(index) ? characters[index] : []
  }

  /// What is wrong with the text before it is parsed at all, if anything.
  func lexicalProblem() -> Diagnostic? {
    for line in lines {
      if let problem = problem(of: line) { return problem }
    }
    guard size <= Self.sizeLimit else {
      return Diagnostic(
        "more than \(Self.sizeLimit >> 10) KiB of YAML", at: place, help: "write less in one place")
    }
    return nestingProblem() ?? aliasProblem()
  }

  /// Aliases of anchors, which are not read, where there are so many that they could stand for more
  /// than can be looked at: the parser unfolds them before anybody asks.
  ///
  /// Looks at signs in and out of quotes alike, and so asks for names that are anchors as well.
  private func aliasProblem() -> Diagnostic? {
    var anchors: Set<String> = []
    var first: SourceRange?
    var count = 0
    for (line, characters) in zip(lines, characters) {
      for (place, sign) in characters.enumerated() where sign == "&" || sign == "*" {
        let name = String(characters[(place + 1)...].prefix(while: Self.isInAnchor))
        guard !name.isEmpty else { continue }
        if sign == "&" {
          anchors.insert(name)
        } else if anchors.contains(name) {
          count += 1
          let start = line.start.advanced(by: place)
          first = first ?? SourceRange(start, start.advanced(by: 1 + name.count))
        }
      }
    }
    return count > Self.mostAliases ? first.map(YAMLLayout.noAliases) : nil
  }

  /// So few aliases stand for little, however they are nested, and are told one by one.
  private static let mostAliases = 8

  /// Whether a character may be in the name of an anchor: a letter or digit of ASCII, `_` or `-`.
  private static func isInAnchor(_ character: Character) -> Bool {
    character == "_" || character == "-"
      || character.isASCII && (character.isLetterOfWord || character.isDigitOfWord)
  }

  private func problem(of line: Line) -> Diagnostic? {
    let indentation = line.text.prefix { $0 == " " || $0 == "\t" }
    if let tab = indentation.firstIndex(of: "\t") {
      let column = line.text.distance(from: line.text.startIndex, to: tab)
      let range = SourceRange(
        line: line.start.line, column: line.start.column + column, length: 1)
      return Diagnostic("tab in the indentation", at: range, help: "indent with spaces")
    }
    if let space = foreignSpace(in: line) { return space }
    var column = 0
    for character in line.text {
      if let scalar = character.unicodeScalars.first(where: Self.isForbidden) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        return Diagnostic(
          "control character \(name)",
          at: SourceRange(line: line.start.line, column: line.start.column + column, length: 1),
          help: "delete it")
      }
      column += 1
    }
    return nil
  }

  /// A space that looks like a plain one and is none to YAML: in the indentation, or behind the
  /// first colon or a hyphen.
  private func foreignSpace(in line: Line) -> Diagnostic? {
    let characters = Array(line.text)
    let lead = characters.firstIndex { !$0.isSpace && $0 != "-" } ?? characters.count
    let places = Array(0..<lead) + (characters.firstIndex(of: ":").map { [$0 + 1] } ?? [])
    let found = places.first { place in
      characters.indices.contains(place) && characters[place].isSpace
        && !characters[place].isASCII
    }
    return found.map { place in
      Diagnostic(
        "a no-break space or the like, which YAML takes for text",
        at: SourceRange(line: line.start.line, column: line.start.column + place, length: 1),
        help: "write a plain space")
    }
  }

  /// Characters that YAML 1.1 does not allow, and its line ends that CommonMark does not know.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Counts brackets and indentation alike in and out of quotes, so it may only say too much.
  private func nestingProblem() -> Diagnostic? {
    var brackets = 0
    for line in lines {
      let isDeep = line.text.prefix { " -?:".contains($0) }.count > 2 * Self.depthLimit
      for character in line.text {
        if character == "[" || character == "{" { brackets += 1 }
        if character == "]" || character == "}" { brackets = max(0, brackets - 1) }
        if brackets > Self.depthLimit { break }
      }
      if isDeep || brackets > Self.depthLimit {
        let range = SourceRange(
          line: line.start.line, column: line.start.column, length: line.text.count)
        return Diagnostic("YAML nested more than \(Self.depthLimit) levels deep", at: range)
      }
    }
    return nil
  }
}
