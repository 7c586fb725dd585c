import Spelling

// Blocks that elsewhere are more than they are here.

extension ProseReader {
  /// GitHub makes boxes of quotes that begin with `[!NOTE]` and the like.
  mutating func checkAlert(_ node: MarkdownNode) {
    let number = node.lines.lowerBound
    guard source.lines.indices.contains(number - 1) else { return }
    let line = source.lines[number - 1].drop { $0 == " " || $0 == ">" || $0 == "\t" }
    guard line.hasPrefix("[!"), let end = line.firstIndex(of: "]") else { return }
    let word = line.dropFirst(2)[..<end]
    guard !word.isEmpty, word.allSatisfy(\.isLetter) else { return }
    ownProblems.append(
      Diagnostic(
        "[!\(word)] makes no box of a quote", at: source.range(of: line[...end], onLine: number),
        help: "begin the quote with **\(word.capitalizedWord).**"))
  }

  /// A step between other marks than fences are made of is a paragraph, and does not run.
  mutating func checkFences(paragraph lines: ClosedRange<Int>) {
    for number in lines where source.lines.indices.contains(number) {
      let line = source.lines[number - 1].drop { $0 == " " || $0 == ">" || $0 == "\t" }
      guard let mark = line.first, Self.otherMarks.contains(mark) else { continue }
      let opening = line.prefix { $0 == mark }
      let words = line.dropFirst(opening.count).split(whereSeparator: \.isSpace)
      guard (2...4).contains(opening.count), (1...2).contains(words.count),
        let word = words.first, case .kind(let kind) = steps.kinds.match(String(word)),
        Self.isBody(source.lines[number], of: kind)
      else { continue }
      ownProblems.append(
        Diagnostic(
          "'\(opening)\(word)' opens no step", at: source.range(of: opening, onLine: number),
          help: "write three backticks: ```\(word)"))
    }
  }

  /// Whether a line may be the first of a step's body.
  private static func isBody(_ line: String, of kind: StepSyntax) -> Bool {
    switch kind.body {
    case .claims: claimColon(in: Array(line)) != nil
    case .options: optionKey(of: line).map(kind.options.contains) ?? false
    }
  }

  /// What is taken for the mark of a fence: quotes, accents, the fences of Pandoc, too few of the
  /// right ones.
  private static let otherMarks: Set<Character> = ["'", "`", "~", ":", "´", "‘", "’", "\"", "“"]

  /// A step in an indented code block is a listing, and does not run.
  mutating func checkIndentedCode(_ node: MarkdownNode) {
    for number in node.lines where source.lines.indices.contains(number - 1) {
      guard let step = source.stepOpening(onLine: number, steps.kinds) else { continue }
      ownProblems.append(
        Diagnostic(
          "'\(step.word)' step within an indented code block", at: step.range,
          help: "begin its fence at the left margin, with no tab or four spaces before it"))
      return
    }
  }
}

extension Substring {
  /// The word with a capital at its beginning alone.
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
