import Notebook

extension ProseMarkup {
  func table(
    _ table: Block.ProseTable, label: String, caption: HTML? = nil, anchor: String? = nil
  ) -> HTML {
    let header = cells(table.header, table.alignments) { "<th scope=\"col\"\($0)>\($1)</th>" }
    let rows = table.rows.map { row -> HTML in
      "<tr>\(cells(row, table.alignments) { "<td\($0)>\($1)</td>" })</tr>\n"
    }
    let place: HTML = anchor.map { " id=\"\($0)\"" } ?? ""
    let head: HTML = caption.map { "<caption>\($0)</caption>\n" } ?? ""
    let isLong = firstColumnMayWrap(table.rows.compactMap { $0.first.map(text.words) })
    return scrollBox(
      """
      <table\(place)>
      \(head)<thead><tr>\(header)</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      """, label: label, isLong: isLong)
  }

  func cells(
    _ cells: [[Inline]], _ alignments: [Block.ProseTable.Alignment], _ cell: (HTML, HTML) -> HTML
  ) -> HTML {
    cells.enumerated().map { column, inlines in
      let alignment = alignments.indices.contains(column) ? alignments[column] : .none
      return cell(attribute(alignment), text.html(inlines))
    }.joined()
  }

  func attribute(_ alignment: Block.ProseTable.Alignment) -> HTML {
    switch alignment {
    case .none, .left: ""
    case .centre: " class=\"centre\""
    case .right: " class=\"right\""
    }
  }
}
