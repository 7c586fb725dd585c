import Language
import Results

/// A table that a step yields, with its number and caption; a long one is folded.
struct TableOutput {
  private let table: Table
  private let caption: HTML
  private let label: String
  private let anchor: String
  /// A table of more rows is folded.
  private let mostRows = 20

  init(_ table: StepTable, _ place: Numbering.Numbered, caption: HTML?) {
    let table = table.written
    self.table = table
    anchor = place.anchor
    label = "\(phrase("Table")) \(place.number)"
    let words: HTML =
      caption ?? table.caption.map { "\(Self.sentence($0))" } ?? ""
    self.caption = "<b>\(label).</b> \(words)"
  }

  var html: HTML {
    guard table.rows.count > mostRows else {
      let box = TableMarkup(table, caption: caption).box(label: label)
      return "<div class=\"output\" id=\"\(anchor)\">\n\(box)</div>\n"
    }
    let box = TableMarkup(table, caption: nil).box(label: label)
    return disclosure(
      "\(caption) <span class=\"size\">\(phrase("{} rows", grouped(table.rows.count)))</span>", box,
      class: "fold",
      id: anchor)
  }

  /// A caption with a full stop, as captions of the notebook have.
  private static func sentence(_ caption: String) -> String {
    guard let last = caption.last, last.isLetter || last.isNumber || ")]“”»%".contains(last) else {
      return caption
    }
    return caption + "."
  }
}

/// Whether the cells that head the rows are sentences; short names stay on one line.
func firstColumnMayWrap(_ cells: [String]) -> Bool {
  cells.contains { $0.count > 24 }
}

/// The rows and columns of a table; the first cell of each row heads it.
struct TableMarkup {
  private let table: Table
  private let caption: HTML?

  init(_ table: Table, caption: HTML?) {
    self.table = table
    self.caption = caption
  }

  func box(label: String) -> HTML {
    scrollBox(html, label: label, isLong: firstColumnMayWrap(table.rows.compactMap(\.first)))
  }

  private var html: HTML {
    let caption: HTML = caption.map { "<caption>\($0)</caption>\n" } ?? ""
    let header = table.columns.map { column -> HTML in
      "<th scope=\"col\"\(name(column.alignment))>\(column.title)</th>"
    }
    // Many narrow columns are set closer, so that they fit beside one another.
    let spacing: HTML = table.columns.count > 7 ? " class=\"wide\"" : ""
    return """
      <table\(spacing)>
      \(caption)<thead><tr>\(header.joined())</tr></thead>
      <tbody>
      \(table.rows.map(row).joined())</tbody>
      </table>
      """
  }

  private func row(_ cells: [String]) -> HTML {
    let cells = zip(table.columns, cells).enumerated().map { index, pair -> HTML in
      let (column, text) = pair
      return index == 0
        ? "<th scope=\"row\"\(name(column.alignment))>\(text)</th>"
        : "<td\(name(column.alignment))>\(text)</td>"
    }
    return "<tr>\(cells.joined())</tr>\n"
  }

  private func name(_ alignment: Table.Alignment) -> HTML {
    // Most cells are numbers, which the style sheet sets to the right.
    alignment == .right ? "" : " class=\"left\""
  }
}
