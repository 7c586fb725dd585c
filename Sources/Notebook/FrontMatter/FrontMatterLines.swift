import Spelling

/// Finds the front matter in the lines of a notebook: between `---` lines at the very top.
///
/// Where it stands lower or indented, it is read all the same, and told of.
struct FrontMatterLines {
  /// The lines between the marks; `nil` without front matter.
  let body: [YAMLText.Line]?
  /// Lines of the notebook that are not prose, marks included.
  let count: Int
  let problem: Diagnostic?

  init(_ source: SourceFile) {
    if let lines = Self.toml(in: source) {
      body = nil
      count = lines.upperBound
      problem = Diagnostic(
        "front matter between '+++'", at: source.range(ofLine: lines.lowerBound + 1),
        help: "write --- in place of both, and `key: value` in place of `key = value`")
      return
    }
    guard let first = source.lines.first, Self.isMark(first) else {
      let late = Self.late(in: source)
      body = late.map { Self.body($0.open + 1..<$0.close, of: source) }
      count = late.map { $0.close + 1 } ?? 0
      problem = late.map { late in
        Diagnostic(
          late.open == 0 ? "indented front matter" : "front matter below the first line",
          at: source.range(ofLine: late.open + 1),
          help: late.open == 0
            ? "begin the lines at the left margin" : "put it first, with nothing above it")
      }
      return
    }
    let close = source.lines.dropFirst().firstIndex(where: Self.isMark)
    guard let close else {
      // Prose is likely to begin after the first blank line: its mistakes can be told too.
      let isBlank: (String) -> Bool = { $0.allSatisfy(\.isSpace) }
      body = nil
      count = source.lines.firstIndex(where: isBlank) ?? source.lines.count
      problem = Diagnostic(
        "unclosed front matter", at: source.range(ofLine: 1),
        help: "end it with a line of its own: ---")
      return
    }
    body = Self.body(1..<close, of: source)
    count = close + 1
    problem = nil
  }

  private static func body(_ lines: Range<Int>, of source: SourceFile) -> [YAMLText.Line] {
    lines.map { index in
      YAMLText.Line(
        text: source.lines[index], start: SourcePosition(line: index + 1, column: 1))
    }
  }

  /// The marks of front matter below blank lines and comments, or indented; `nil` for none.
  private static func late(in source: SourceFile) -> (open: Int, close: Int)? {
    guard let open = firstText(in: source), isIndentedMark(source.lines[open]) else { return nil }
    let rest = source.lines.indices.dropFirst(open + 1)
    guard let close = rest.first(where: { isIndentedMark(source.lines[$0]) }),
      source.lines[open + 1..<close].contains(where: isOption)
    else { return nil }
    return (open, close)
  }

  /// The first line that is neither blank nor part of a comment.
  private static func firstText(in source: SourceFile) -> Int? {
    var isInComment = false
    for (index, line) in source.lines.enumerated() {
      let text = line.drop(while: \.isSpace)
      if !isInComment, !text.hasPrefix("<!--") {
        if text.isEmpty { continue }
        return index
      }
      isInComment = !text.contains("-->")
    }
    return nil
  }

  /// The lines of front matter as TOML begins it, to its end or the first blank line; `nil` for none.
  private static func toml(in source: SourceFile) -> Range<Int>? {
    let isMark: (String) -> Bool = {
      $0.hasPrefix("+++") && $0.dropFirst(3).allSatisfy(\.isSpace)
    }
    guard let open = firstText(in: source), isMark(source.lines[open]) else { return nil }
    let rest = source.lines.indices.dropFirst(open + 1)
    guard let first = rest.first, source.lines[first].contains("=") else { return nil }
    let close = rest.first { isMark(source.lines[$0]) || source.lines[$0].allSatisfy(\.isSpace) }
    return open..<(close.map { $0 + 1 } ?? source.lines.count)
  }

  private static func isIndentedMark(_ line: String) -> Bool {
    let text = line.drop(while: \.isSpace)
    return isMark(String(text)) || text.hasPrefix("...")
  }

  private static func isOption(_ line: String) -> Bool {
    let text = line.drop(while: \.isSpace)
    return FrontMatterReader.keys.contains { text.hasPrefix($0 + ":") }
  }

  private static func isMark(_ line: String) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
