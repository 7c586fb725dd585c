import Spelling

/// Finds what a block of raw HTML hides: steps that would not run, and tags.
///
/// Comments are for authors, and leave nothing.
struct HTMLBlockReader {
  private(set) var problems: [Diagnostic] = []
  private(set) var tags = RefusedTags()

  private var isInComment = false
  private var commentStart: SourceRange?

  /// Reads the lines of a block.
  init(_ lines: ClosedRange<Int>, of source: SourceFile, kinds: StepKinds) {
    for number in lines where source.lines.indices.contains(number - 1) {
      read(source.lines[number - 1], number, source, kinds)
    }
    if isInComment {
      problems.append(
        Diagnostic(
          "unclosed comment", at: commentStart, help: "end it with -->"))
    }
  }

  private mutating func read(
    _ line: String, _ number: Int, _ source: SourceFile, _ kinds: StepKinds
  ) {
    if !isInComment, let step = source.stepOpening(onLine: number, kinds) {
      problems.append(
        Diagnostic(
          "'\(step.word)' step within raw HTML", at: step.range,
          help: "write a blank line above it, and no tag around it"))
    }
    let characters = Array(line)
    var place = 0
    var hasComment = isInComment
    var outside = ""
    while place < characters.count {
      if isInComment {
        guard let end = Self.find("-->", in: characters, from: place) else { return }
        (isInComment, place) = (false, end + 3)
      } else if Self.stands("<!--", in: characters, at: place) {
        commentStart = SourceRange(line: number, column: place + 1, length: 4)
        (isInComment, hasComment, place) = (true, true, place + 4)
      } else {
        if characters[place] == "<" { note(characters, place, number) }
        outside.append(characters[place])
        place += 1
      }
    }
    // What stands beside a comment is part of the raw block, and would be lost with it.
    if hasComment, tags.found.isEmpty, outside.contains(where: { !$0.isSpace }) {
      problems.append(
        Diagnostic(
          "text beside a comment is not read", at: source.range(ofLine: number),
          help: "put the comment on a line of its own"))
    }
  }

  private mutating func note(_ characters: [Character], _ place: Int, _ number: Int) {
    let rest = String(characters[place...].prefix(40))
    let next = rest.dropFirst().first
    guard let next, next == "/" || next == "!" || next == "?" || next.isLetterOfWord else { return }
    let name = RawHTML.name(of: rest)
    let length = rest.prefix { $0 == "<" || $0 == "/" || $0 == "!" || $0 == "?" }.count + name.count
    tags.note(name, at: SourceRange(line: number, column: place + 1, length: length))
  }

  private static func find(_ text: String, in characters: [Character], from start: Int) -> Int? {
    let wanted = Array(text)
    guard characters.count >= wanted.count else { return nil }
    return (start..<max(start, characters.count - wanted.count + 1)).first { place in
      characters[place..<place + wanted.count].elementsEqual(wanted)
    }
  }

  private static func stands(_ text: String, in characters: [Character], at place: Int) -> Bool {
    characters[place...].starts(with: text)
  }
}

extension SourceFile {
  /// The word of a step that a line opens with a fence, whatever stands before the fence; `nil` for
  /// other lines.
  func stepOpening(onLine number: Int, _ kinds: StepKinds) -> (word: String, range: SourceRange)? {
    let line = lines[number - 1]
    let rest = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let run = rest.prefix { $0 == mark }
    let word = rest.dropFirst(run.count).drop { $0 == " " }.prefix { !$0.isSpace }
    guard run.count >= 3, !word.isEmpty, kinds.match(String(word)) != .listing else { return nil }
    return (String(word), range(of: word, onLine: number))
  }
}
