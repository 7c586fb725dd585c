/// Finds what a table loses: cells beyond its columns, and itself where its rule does not fit.
struct TableMistakes {
  private(set) var problems: [Diagnostic] = []

  /// Looks at a row of a table.
  init(row number: Int, columns: Int, of source: SourceFile) {
    guard source.lines.indices.contains(number - 1), columns > 0 else { return }
    let line = source.lines[number - 1]
    noteCaption(line, number, below: source.lines[max(0, number - 2)])
    guard Self.cells(in: line) > columns else { return }
    let lost = Self.cellStart(columns, in: line)
    let characters = line.count
    problems.append(
      Diagnostic(
        "a row with \(Self.cells(in: line)) cells in a table of \(columns) columns",
        at: SourceRange(line: number, column: lost + 1, length: max(1, characters - lost)),
        help: "write \\| for a bar within a cell, also within code"))
  }

  /// A caption right below a table is a row of it, for want of an empty line.
  private mutating func noteCaption(_ line: String, _ number: Int, below row: String) {
    guard !line.contains("|"), row.contains("|"), CaptionParagraph([.text(line)]) != nil else {
      return
    }
    problems.append(
      Diagnostic(
        "a caption that is a row of its table",
        at: SourceRange(line: number, column: 1, length: max(1, line.count)),
        help: "leave an empty line between them"))
  }

  /// Looks for a rule of hyphens that does not fit the row above it, so that there is no table.
  init(paragraph lines: ClosedRange<Int>, of source: SourceFile) {
    for number in lines.dropFirst() where source.lines.indices.contains(number - 1) {
      let line = source.lines[number - 1]
      let above = source.lines[number - 2]
      guard Self.isRule(line), above.contains("|"), !Self.isRule(above) else { continue }
      let (own, header) = (Self.cells(in: line), Self.cells(in: above))
      guard own != header else { continue }
      problems.append(
        Diagnostic(
          "no table: \(own) \(own == 1 ? "cell" : "cells") below a header of \(header)",
          at: source.range(ofLine: number),
          help: "write as many cells in both; \\| is a bar within a cell"))
      return
    }
  }

  private static func isRule(_ line: String) -> Bool {
    line.contains("|") && line.contains("-")
      && line.utf8.allSatisfy { ParagraphMarks.delimiters.contains($0) }
  }

  private static func cells(in line: String) -> Int {
    let row = line.drop { $0 == ">" || $0 == " " || $0 == "\t" }.utf8
    let text = String(Substring(row)).utf8
    return ParagraphMarks.cells(in: text, bars: ParagraphMarks.bars(in: text))
  }

  /// The characters before the cell of a number, from 0, without the blanks that begin it.
  private static func cellStart(_ wanted: Int, in line: String) -> Int {
    let characters = Array(line)
    var cell = 0
    var isEscaped = false
    let first = characters.firstIndex { !"> \t".contains($0) } ?? 0
    for place in first..<max(first, characters.count) {
      if characters[place] == "|", !isEscaped, place > first {
        cell += 1
        if cell == wanted {
          let rest = characters[(place + 1)...]
          return rest.firstIndex { $0 != " " } ?? place
        }
      }
      isEscaped = characters[place] == "\\" && !isEscaped
    }
    return first
  }
}
