import Spelling

/// Something of the page that has a number: figures and tables are each counted from 1.
package enum NumberedKind: String, Sendable, CaseIterable {
  case figure
  case table

  /// The word before the number.
  package var title: String {
    switch self {
    case .figure: "Figure"
    case .table: "Table"
    }
  }

  /// What figures and tables are called in the languages that pages are written in.
  static let titles: [String: NumberedKind] = [
    "Figure": .figure, "Abbildung": .figure, "Figura": .figure,
    "Table": .table, "Tabelle": .table, "Tableau": .table, "Tabla": .table,
  ]
}

/// A figure or table that the text refers to: `{NAME.figure}`, `{NAME.table}`, `{NAME.table[1]}`.
package struct NumberedReference: Sendable, Equatable {
  package let kind: NumberedKind
  /// The step, or the caption of the prose, that it belongs to.
  package let name: String
  /// Which one of the step's, from 0.
  package let index: Int
  package let range: SourceRange
  package let nameRange: SourceRange

  /// - Parameter nameRange: the beginning of the range where left out.
  package init(
    _ kind: NumberedKind, of name: String, index: Int = 0, range: SourceRange,
    nameRange: SourceRange? = nil
  ) {
    self.kind = kind
    self.name = name
    self.index = index
    self.range = range
    self.nameRange = nameRange ?? SourceRange(range.start, range.start.advanced(by: name.count))
  }

  /// Reads an expression that is a reference, and no more.
  ///
  /// - Parameter place: where bytes of the expression stand.
  init?(_ expression: String, at place: (Range<Int>) -> SourceRange) {
    let parts = expression.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let member = parts.last,
      !name.isEmpty, name.allSatisfy({ $0.isLetterOfWord || $0.isDigitOfWord || $0 == "-" })
    else { return nil }
    for kind in NumberedKind.allCases where member.hasPrefix(kind.rawValue) {
      let rest = member.dropFirst(kind.rawValue.count)
      let isIndexed = rest.first == "[" && rest.last == "]"
      let written = isIndexed ? Int(rest.dropFirst().dropLast()) : nil
      guard let index = rest.isEmpty ? 0 : written, index >= 0 else { continue }
      self.init(
        kind, of: String(name), index: index, range: place(0..<expression.utf8.count),
        nameRange: place(0..<name.utf8.count))
      return
    }
    return nil
  }
}

/// The number, name and words of a table or image of the prose.
package struct ProseCaption: Sendable, Equatable {
  package let kind: NumberedKind
  /// What references call it; `nil` for one that nothing refers to.
  package let name: String?
  package let text: [Inline]

  package init(_ kind: NumberedKind, name: String?, _ text: [Inline]) {
    self.kind = kind
    self.name = name
    self.text = text
  }
}
