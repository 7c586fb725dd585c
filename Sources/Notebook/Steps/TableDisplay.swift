/// How the page shows the tables of a step, by the option `tables`: each in its place, those that
/// nothing is said of as they are.
package struct TableDisplay: Sendable, Equatable {
  package enum Table: Sendable, Equatable {
    case hidden
    case captioned([Inline])
  }

  package let tables: [Table]
  /// Whether none is shown.
  package let hidesAll: Bool

  package static let automatic = TableDisplay(tables: [], hidesAll: false)

  package init(tables: [Table], hidesAll: Bool) {
    self.tables = tables
    self.hidesAll = hidesAll
  }

  /// The word that hides a table.
  package static let none = "none"

  /// Whether the table at an index, from 0, is left out.
  package func hides(_ index: Int) -> Bool {
    hidesAll || (tables.indices.contains(index) && tables[index] == .hidden)
  }

  /// The caption that the notebook gives a table; `nil` where it gives none.
  package func caption(_ index: Int) -> [Inline]? {
    guard tables.indices.contains(index), case .captioned(let text) = tables[index] else {
      return nil
    }
    return text
  }
}
