package import Language

/// A table that a step yields, in words that take the language of the page that shows it.
package struct StepTable: Sendable, Equatable, Codable {
  package struct Column: Sendable, Equatable, Codable {
    package let title: Words
    package let alignment: Table.Alignment

    package init(_ title: Words, _ alignment: Table.Alignment = .right) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// A plain sentence that says what the table holds; `nil` where its step says it.
  package let caption: Words?
  package let columns: [Column]
  /// Each row has as many cells as there are columns; the first cell heads its row.
  package let rows: [[Words]]

  package init(caption: Words? = nil, columns: [Column], rows: [[Words]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The table in the language of the page.
  package var written: Table {
    Table(
      caption: caption.map { phrase($0) },
      columns: columns.map { Table.Column(phrase($0.title), $0.alignment) },
      rows: rows.map { cells in cells.map { phrase($0) } })
  }
}
