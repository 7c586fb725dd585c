import Mathematics

/// Reads formulas, with what is wrong with them at its place in the notebook.
enum FormulaReader {
  /// Reads TeX whose bytes stand where `place` says.
  static func read(
    _ tex: String, isDisplayed: Bool, place: (Range<Int>) -> SourceRange
  ) -> (formula: Formula?, problems: [Diagnostic]) {
    do throws(FormulaProblems) {
      return (try Formula(tex, isDisplayed: isDisplayed), [])
    } catch {
      let size = tex.utf8.count
      let problems = error.all.map { problem in
        // The end of the text is shown at its last character.
        let start = min(problem.range.lowerBound, max(0, size - 1))
        let bytes = start..<max(problem.range.upperBound, min(start + 1, size))
        let word = String(decoding: Array(tex.utf8)[bytes], as: UTF8.self)
        return Diagnostic(
          problem.message, at: place(bytes), help: problem.help,
          misspelling: problem.replacement.map { Misspelling(word, meant: $0) })
      }
      return (nil, problems)
    }
  }

  /// Reads the lines of a fence ```` ```math ````.
  static func read(_ node: MarkdownNode, of source: SourceFile, place: SourceRange)
    -> (formula: Formula?, problems: [Diagnostic])
  {
    var text = MappedText()
    for line in Fence(on: node.lines, of: source)?.body ?? [] {
      text.append(line.text + "\n", at: line.start)
    }
    // In quotes and lists lines begin with marks that are none of the formula's.
    let isFound = text.bytes.elementsEqual(node.literal.utf8)
    return read(node.literal, isDisplayed: true) { bytes in
      isFound ? text.range(of: ArraySlice(Array(bytes)), emptyAt: bytes.lowerBound) : place
    }
  }
}
