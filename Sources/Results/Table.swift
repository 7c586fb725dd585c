/// A table of text cells as the report shows it, behind a figure or below a step.
package struct Table: Sendable, Equatable, Codable {
  package enum Alignment: String, Sendable, Codable {
    case left
    case right
  }

  package struct Column: Sendable, Equatable, Codable {
    package let title: String
    package let alignment: Alignment

    package init(_ title: String, _ alignment: Alignment = .right) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// A plain sentence that says what the table holds; `nil` where its step says it.
  package let caption: String?
  package let columns: [Column]
  /// Each row has as many cells as there are columns; the first cell heads its row.
  package let rows: [[String]]

  package init(caption: String? = nil, columns: [Column], rows: [[String]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
