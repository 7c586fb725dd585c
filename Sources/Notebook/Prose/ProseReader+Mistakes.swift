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
