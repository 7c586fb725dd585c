package import Notebook
package import Plan

/// What can be seen of a notebook line by line, however broken its text is while it is written:
/// front matter, fences, headings.
package struct NotebookLayout {
  package struct Word {
    package let text: String
    package let range: SourceRange
  }

  package struct Fence {
    /// The lines of the opening and the last line, from 1.
    package let opening: Int
    package var last: Int
    var isClosed = false
    let indentation: Int
    /// The backticks or tildes.
    let marks: String
    package let words: [Word]

    /// The step kind that it opens; `nil` for a listing.
    package var kind: StepKind? { words.first.flatMap { StepKind(named: $0.text) } }

    /// The lines between the marks.
    package var body: ClosedRange<Int>? {
      let end = isClosed ? last - 1 : last
      return end > opening ? opening + 1...end : nil
    }
  }

  package struct Heading {
    let level: Int
    package let title: String
    let line: Int
    /// The title as it stands.
    let range: SourceRange
  }

  package let lines: [String]
  /// The lines of the front matter, marks included; `nil` for none.
  package private(set) var frontMatter: ClosedRange<Int>?
  package private(set) var fences: [Fence] = []
  package private(set) var headings: [Heading] = []

  package init(_ lines: [String]) {
    self.lines = lines
    frontMatter = Self.frontMatter(lines)
    var open: Fence?
    for number in (frontMatter?.upperBound ?? 0) + 1..<max(lines.count, 0) + 1 {
      read(lines[number - 1], number, &open)
    }
    if var fence = open {
      fence.last = max(fence.opening, lines.count)
      fences.append(shortened(fence))
    }
  }

  /// Whether it has a step, so that it is a notebook and not any other Markdown.
  package var isNotebook: Bool { fences.contains { $0.kind != nil } }

  /// The fence that a line belongs to, its marks included.
  func fence(at line: Int) -> Fence? {
    // They lie one after the other; a long notebook has thousands.
    var (low, high) = (0, fences.count)
    while low < high {
      let middle = (low + high) / 2
      if fences[middle].opening <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0, fences[low - 1].last >= line else { return nil }
    return fences[low - 1]
  }

  private mutating func read(_ line: String, _ number: Int, _ open: inout Fence?) {
    let indentation = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indentation)
    let marks =
      text.prefix { $0 == "`" }.isEmpty
      ? text.prefix { $0 == "~" } : text.prefix { $0 == "`" }
    let isMark = marks.count >= 3 && indentation <= 3
    let rest = text.dropFirst(marks.count)
    if var fence = open {
      guard isMark, marks.first == fence.marks.first, marks.count >= fence.marks.count else {
        return
      }
      if rest.allSatisfy({ $0 == " " || $0 == "\t" }) {
        fence.last = number
        fence.isClosed = true
        fences.append(fence)
        open = nil
        return
      }
      // Options hold no fence: the end of the step above is missing.
      guard fence.kind != nil else { return }
      fence.last = number - 1
      fences.append(shortened(fence))
      open = nil
    }
    if isMark, marks.first == "~" || !rest.contains("`") {
      open = Fence(
        opening: number, last: number, indentation: indentation, marks: String(marks),
        words: Self.words(of: line, after: indentation + marks.count, number))
    } else if indentation <= 3, text.first == "#" {
      readHeading(text, indentation, number)
    }
  }

  private mutating func readHeading(_ text: Substring, _ indentation: Int, _ number: Int) {
    let level = text.prefix { $0 == "#" }.count
    let rest = text.dropFirst(level)
    guard level <= 6, rest.isEmpty || rest.first == " " || rest.first == "\t" else { return }
    let title = rest.drop { $0 == " " || $0 == "\t" }
    let column = indentation + level + rest.count - title.count + 1
    headings.append(
      Heading(
        level: level, title: String(title), line: number,
        range: SourceRange(line: number, column: column, length: title.count)))
  }

  /// A fence without an end: a step's body is over at the first blank line.
  private func shortened(_ fence: Fence) -> Fence {
    guard fence.kind != nil || fence.words.isEmpty else { return fence }
    var fence = fence
    let blank = (fence.opening..<fence.last).first { lines[$0].allSatisfy(\.isWhitespace) }
    if let blank { fence.last = blank + 1 }
    return fence
  }

  private static func frontMatter(_ lines: [String]) -> ClosedRange<Int>? {
    let isMark: (String) -> Bool = {
      $0.hasPrefix("---") && $0.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
    guard let first = lines.first, isMark(first) else { return nil }
    let end =
      lines.dropFirst().firstIndex(where: isMark)
      ?? lines.dropFirst().firstIndex { $0.allSatisfy(\.isWhitespace) }
    return 1...(end.map { $0 + 1 } ?? lines.count)
  }

  private static func words(of line: String, after skipped: Int, _ number: Int) -> [Word] {
    var words: [Word] = []
    var column = skipped + 1
    for part in line.dropFirst(skipped).split(
      omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
    {
      if !part.isEmpty {
        words.append(
          Word(
            text: String(part),
            range: SourceRange(line: number, column: column, length: part.count)))
      }
      column += part.count + 1
    }
    return words
  }
}

extension NotebookLayout {
  /// The text with an end for each step that has none, and as many lines as before, so that what
  /// comes after can be read; `nil` where nothing is missing.
  package var mended: String? {
    var mended = lines
    let open = fences.filter { $0.kind != nil && !$0.isClosed }
    guard !open.isEmpty else { return nil }
    for fence in open {
      let end = fence.last > fence.opening || fence.last == lines.count ? fence.last : fence.opening
      let mark = String(repeating: " ", count: fence.indentation) + fence.marks
      if end == fence.opening {
        mended.indices.contains(end) && mended[end].allSatisfy(\.isWhitespace)
          ? mended[end] = mark : (mended[end - 1] = "")
      } else {
        mended[end - 1] = mark
      }
    }
    return mended.joined(separator: "\n") + "\n"
  }
}
