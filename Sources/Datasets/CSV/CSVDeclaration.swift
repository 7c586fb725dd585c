/// What somebody says of the columns of CSV files; what is left out is told by the files.
package struct CSVDeclaration: Sendable, Equatable {
  /// Where the labels are.
  package enum Label: Sendable, Equatable {
    case first
    case last
    /// The column of a name.
    case named(String)
  }

  package var label: Label?
  /// The name of the column that tells rows apart.
  package var id: String?

  package init(label: Label? = nil, id: String? = nil) {
    self.label = label
    self.id = id
  }
}
