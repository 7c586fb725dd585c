extension ParagraphMarks {
  /// Marks of a kind in a paragraph that nothing ends.
  private static let mostOpen = 500
  /// Addresses of mail in a line: each makes the parser look through the rest of the line again.
  private static let mostAddresses = 100
  /// Columns of a table.
  private static let mostColumns = 500
  /// Rows of hyphens of one paragraph that begin no table.
  private static let mostLostRows = 20
  /// Cells that a table has beyond those that are written.
  private static let mostMissingCells = 10_000

  /// What the parser would take too long over, and what to do about it; `nil` for nothing.
  ///
  /// It looks for the end of a mark from every mark that begins one, within a paragraph, and fills up
  /// the rows of a table. No text for readers comes near these numbers.
  var problem: (fact: String, help: String)? { markProblem ?? tableProblem }

  private var markProblem: (fact: String, help: String)? {
    let help = "put it in a fence of its own, or write less in one paragraph"
    if marks.longestClosing > Self.mostOpen {
      return ("more than \(Self.mostOpen) closing parentheses in a word", help)
    }
    if marks.mostAddresses > Self.mostAddresses {
      return (
        "more than \(Self.mostAddresses) addresses with '@' in a line",
        "put them in a fence of their own, or write them over several lines"
      )
    }
    let open: [(mark: String, count: Int)] = [
      ("<?", marks.instructions), ("<!", marks.declarations), ("<![CDATA[", marks.sections),
      ("![", marks.mostOpenImages),
    ]
    return open.first { $0.count > Self.mostOpen }.map { found in
      (
        "more than \(Self.mostOpen) times '\(found.mark)' in a paragraph with nothing to end it",
        help
      )
    }
  }

  private var tableProblem: (fact: String, help: String)? {
    guard hasDelimiterRow else { return nil }
    if lostDelimiterRows > Self.mostLostRows {
      return (
        "more than \(Self.mostLostRows) rows of hyphens that do not fit the line above",
        "write as many cells in both, or a blank line between tables"
      )
    }
    // A row of n cells has up to n + 1 bars.
    if mostBars > Self.mostColumns + 1 {
      return ("a table of more than \(Self.mostColumns) columns", "divide it into several")
    }
    guard mostBars * lineCount <= 2 * bars + Self.mostMissingCells else {
      return (
        "a table whose rows have far fewer cells than its header", "write every row in full"
      )
    }
    return nil
  }
}
