/// The part of a line around a caret, and the caret's place beneath it.
struct Excerpt {
  /// The line as it is shown, cut with "…" where it is long.
  private(set) var text = ""
  /// The spaces before the caret.
  private(set) var indentation = ""
  /// `^` and as many `~` as the stretch has further columns.
  private(set) var caret = "^"

  /// Columns of a line that are shown at most.
  private static let longestLine = 100
  /// Columns kept before the caret where the line is cut on its left.
  private static let lead = 40

  /// Shows the columns `start..<end` of the line, in characters from 1.
  init(line: String, from start: Int, to end: Int) {
    // What stands far to the left of the caret is not shown, so it is not measured.
    let skipped = max(0, start - 1 - 4 * Self.longestLine)
    let characters = line.dropFirst(skipped).prefix(8 * Self.longestLine)
    var cells: [Cell] = []
    var column = 0
    for character in characters {
      let cell = Cell(character, at: column)
      cells.append(cell)
      column += cell.width
    }
    let first = min(max(0, start - 1 - skipped), cells.count)
    let last = min(max(first, end - 1 - skipped), cells.count)
    let window = Self.window(of: cells, around: first, isCutBefore: skipped > 0)
    let isCutBefore = window.lowerBound > 0 || skipped > 0
    let isCutAfter =
      window.upperBound < cells.count || line.dropFirst(skipped + cells.count).first != nil

    text = cells[window].map(\.text).joined()
    if isCutBefore { text = "…" + text }
    if isCutAfter { text += "…" }
    let before = Self.width(of: cells[window.lowerBound..<first]) + (isCutBefore ? 1 : 0)
    indentation = String(repeating: " ", count: before)
    let under = Self.width(of: cells[first..<max(first, min(last, window.upperBound))])
    caret += String(repeating: "~", count: max(0, under - 1))
  }

  private static func width(of cells: ArraySlice<Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }

  /// The cells that are shown: all of a short line, else those from a little before the caret.
  private static func window(
    of cells: [Cell], around caret: Int, isCutBefore: Bool
  ) -> Range<Int> {
    guard isCutBefore || width(of: cells[...]) > longestLine else { return 0..<cells.count }
    var start = caret
    var used = 0
    while start > 0, used + cells[start - 1].width <= lead {
      start -= 1
      used += cells[start].width
    }
    var end = caret
    while end < cells.count, used + cells[end].width <= longestLine {
      used += cells[end].width
      end += 1
    }
    return start..<end
  }
}
