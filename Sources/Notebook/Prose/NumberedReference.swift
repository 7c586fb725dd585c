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
}

/// A figure or table that the text refers to: `{NAME.figure}`, `{NAME.table}`, `{NAME.table[1]}`.
package struct NumberedReference: Sendable, Equatable {
  package let kind: NumberedKind
  /// The step, or the caption of the prose, that it belongs to.
  package let name: String
  /// Which one of the step's, from 0.
  package let index: Int
  package let range: SourceRange

  package init(_ kind: NumberedKind, of name: String, index: Int = 0, range: SourceRange) {
    self.kind = kind
    self.name = name
    self.index = index
    self.range = range
  }

  /// Reads an expression that is a reference, and no more.
  init?(_ expression: String, range: SourceRange) {
    let parts = expression.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let member = parts.last,
      !name.isEmpty, name.allSatisfy({ $0.isLetterOfWord || $0.isDigitOfWord || $0 == "-" })
    else { return nil }
    for kind in NumberedKind.allCases where member.hasPrefix(kind.rawValue) {
      let rest = member.dropFirst(kind.rawValue.count)
      if rest.isEmpty {
        self.init(kind, of: String(name), range: range)
        return
      }
      guard rest.first == "[", rest.last == "]", let index = Int(rest.dropFirst().dropLast()),
        index >= 0
      else { continue }
      self.init(kind, of: String(name), index: index, range: range)
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
