/// A line of prose, or a part of one, in which the ends of references are looked for.
///
/// Places are asked for from the left to the right. What ends a reference is looked for once for all
/// that begin before it: a line may open thousands that nothing ends.
struct ReferenceLine {
  let characters: ArraySlice<Character>
  /// Where the label ends with which a definition begins the line.
  private let definition: Int?
  /// Where the last run of backticks of each length begins.
  private let lastRuns: [Int: Int]
  private var labelEnd = NextPlace { "] [".contains($0[$1]) }
  private var addressEnd = NextPlace { ") \"".contains($0[$1]) }
  private var bracketEnd = NextPlace { $0[$1] == ">" }
  private var text = NextPlace { $0[$1] != " " }
  private var link = NextPlace { $0[$1] == "]" && $1 + 1 < $0.endIndex && $0[$1 + 1] == "(" }

  init(_ characters: ArraySlice<Character>) {
    self.characters = characters
    definition = Self.definition(characters)
    lastRuns = Self.lastRuns(characters)
  }

  /// Whether `[label]` at the beginning of the line ends at a place; a footnote's begins otherwise.
  func isDefinition(endingAt place: Int) -> Bool { definition == place }

  /// Just past a code span that begins at a place; past its backticks where nothing closes them.
  func end(ofCodeAt start: Int) -> Int {
    let length = Self.run(characters, at: start)
    var place = start + length
    guard lastRuns[length, default: start] > start else { return place }
    while place < characters.endIndex {
      let found = Self.run(characters, at: place)
      if found == length { return place + found }
      place += max(1, found)
    }
    return start + length
  }

  /// The label of a footnote that begins at a place.
  mutating func label(at start: Int) -> Range<Int>? {
    guard let end = labelEnd.from(start, in: characters), characters[end] == "]", end > start
    else { return nil }
    return start..<end
  }

  /// The address that begins at a place, perhaps behind spaces and in angle brackets.
  ///
  /// - Parameter isWhole: whether it may go on to the end of the line.
  mutating func address(at place: Int, isWhole: Bool) -> Range<Int>? {
    guard var start = text.from(place, in: characters) else { return nil }
    let isBracketed = characters[start] == "<"
    if isBracketed { start += 1 }
    let close =
      isBracketed
      ? bracketEnd.from(start, in: characters) : addressEnd.from(start, in: characters)
    guard let end = close ?? (isWhole ? characters.endIndex : nil), end > start else { return nil }
    // Of links one within another the last one counts.
    if let next = link.from(start, in: characters), next < end { return nil }
    return characters[start..<end].contains("`") ? nil : start..<end
  }

  private static func definition(_ line: ArraySlice<Character>) -> Int? {
    guard line.startIndex == 0, let open = line.firstIndex(where: { $0 != " " && $0 != ">" }),
      line[open] == "[", let close = line[open...].firstIndex(of: "]")
    else { return nil }
    return open + 1 < close && line[open + 1] != "^" ? close : nil
  }

  private static func lastRuns(_ line: ArraySlice<Character>) -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var place = line.startIndex
    while place < line.endIndex {
      let length = run(line, at: place)
      if length > 0 { runs[length] = place }
      place += max(1, length)
    }
    return runs
  }

  private static func run(_ line: ArraySlice<Character>, at place: Int) -> Int {
    line[place...].prefix { $0 == "`" }.count
  }
}

/// The next place of a line at which something holds.
private struct NextPlace {
  private let holds: (ArraySlice<Character>, Int) -> Bool
  private var found = -1

  init(where holds: @escaping (ArraySlice<Character>, Int) -> Bool) {
    self.holds = holds
  }

  /// The next place from another one on, which is never left of the one that was asked for before.
  mutating func from(_ start: Int, in line: ArraySlice<Character>) -> Int? {
    if found < start {
      found = line[start...].indices.first { holds(line, $0) } ?? line.endIndex
    }
    return found < line.endIndex ? found : nil
  }
}
