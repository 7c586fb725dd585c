import Results

/// A table of a step or of a figure's data.
struct TableRenderer {
  let table: Table

  /// The table with its number and caption.
  func html(number: Int) -> HTML {
    let caption: HTML = table.caption.map { " \($0)" } ?? ""
    return """
      <div class="wide" role="region" aria-label="Table \(number)" tabindex="0"><table>
      <caption><span class="label">Table \(number).</span>\(caption)</caption>
      \(rows)</table></div>
      """
  }

  /// The table behind a disclosure, which says what it is.
  func html(label: String) -> HTML {
    let caption: HTML = table.caption.map { "<caption>\($0)</caption>\n" } ?? ""
    return """
      <div class="wide" role="region" aria-label="\(label)" tabindex="0"><table>
      \(caption)\(rows)</table></div>
      """
  }

  private var rows: HTML {
    let head = table.columns.map { column -> HTML in
      "<th scope=\"col\"\(attribute(column))>\(column.title)</th>"
    }
    let body = table.rows.map { row -> HTML in
      let cells = zip(row.indices, row).map { index, cell -> HTML in
        let alignment =
          table.columns.indices.contains(index) ? attribute(table.columns[index]) : ""
        return index == 0
          ? "<th scope=\"row\"\(alignment)>\(cell)</th>" : "<td\(alignment)>\(cell)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      """
  }

  private func attribute(_ column: Table.Column) -> HTML {
    column.alignment == .right ? " class=\"right\"" : " class=\"left\""
  }
}
