/// Refuses text on which the parser would spend time that grows faster than the text.
struct ProseLimits {
  private(set) var problems: [Diagnostic] = []
  private var containers = OpenContainers()
  private var isTooDeep = false
  private let source: SourceFile

  /// Looks through the lines from `first` on, an index into the lines of the source.
  init(_ source: SourceFile, from first: Int) {
    self.source = source
    var paragraph = ParagraphMarks(start: first)
    var fence = FenceMarks()
    for index in source.lines.indices.dropFirst(first) {
      let line = source.lines[index].utf8
      let isCode = fence.holds(line)
      if !isCode { checkDepth(line, index) }
      if isCode || line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == 9 }) {
        check(paragraph)
        paragraph = ParagraphMarks(start: index + 1)
      } else {
        paragraph.append(line)
      }
    }
    check(paragraph)
  }

  /// At each line the parser walks through the quotes and items that it stands in.
  private mutating func checkDepth(_ line: String.UTF8View, _ index: Int) {
    guard !isTooDeep else { return }
    containers.read(line, upTo: ProseReader.depthLimit)
    isTooDeep = containers.depth > ProseReader.depthLimit
    if isTooDeep { problems.append(ProseReader.tooDeep(at: source.range(ofLine: index + 1))) }
  }

  private mutating func check(_ paragraph: ParagraphMarks) {
    guard let problem = paragraph.problem else { return }
    problems.append(
      Diagnostic(
        problem.fact, at: source.range(ofLine: paragraph.start + 1), help: problem.help))
  }
}

/// Tells the lines of fences at the left margin, which the parser takes as they are.
private struct FenceMarks {
  private var open: (mark: UInt8, length: Int)?

  /// Whether a line belongs to a fence, its first and last line included.
  mutating func holds(_ line: String.UTF8View) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard line.count - text.count <= 3, let mark = text.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return open != nil }
    let length = text.prefix { $0 == mark }.count
    let rest = text.dropFirst(length)
    if let fence = open {
      let isBlank = rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 9 }
      if mark == fence.mark, length >= fence.length, isBlank { open = nil }
      return true
    }
    // Backticks behind a run of them make a code span.
    guard length >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return false }
    open = (mark, length)
    return true
  }
}
