/// A step as it is written: a fence whose first word is a step kind.
package struct Step: Sendable, Equatable {
  package let syntax: StepSyntax
  package let kindRange: SourceRange
  /// The name that expressions and other steps use; the kind where none is written.
  ///
  /// Names are unique: steps of a kind without a name are `plot`, `plot-2`, `plot-3`, ….
  package let name: String
  /// Where the name is written; the kind where none is.
  package let nameRange: SourceRange
  /// The body as an ordered mapping; empty for an empty body.
  package let options: [StepOption]
  /// The body as written, without its fences.
  package let text: String
  /// From the opening fence to the closing one.
  package let range: SourceRange
  /// The option `caption` as running text, with its inline values; `nil` where there is none.
  package let caption: [Inline]?
  /// What the option `tables` says.
  package let tables: TableDisplay
  /// Whether its body could not be read in full, so that its options are not to be judged.
  package let hasProblems: Bool

  package init(
    syntax: StepSyntax, kindRange: SourceRange, name: String, nameRange: SourceRange,
    options: [StepOption], text: String, range: SourceRange, caption: [Inline]?,
    tables: TableDisplay = .automatic, hasProblems: Bool = false
  ) {
    self.syntax = syntax
    self.kindRange = kindRange
    self.name = name
    self.nameRange = nameRange
    self.options = options
    self.text = text
    self.range = range
    self.caption = caption
    self.tables = tables
    self.hasProblems = hasProblems
  }

  /// The kind, such as "train".
  package var kind: String { syntax.kind }
}

/// One `key: value` of a step.
package struct StepOption: Sendable, Equatable {
  package let key: String
  package let keyRange: SourceRange
  package let value: OptionValue

  package init(key: String, keyRange: SourceRange, value: OptionValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }

  /// Where the characters of the key stand.
  package var keyPlaces: TextPlaces { TextPlaces(of: key, writtenIn: keyRange) }
}

/// A YAML value with its place in the notebook.
package indirect enum OptionValue: Sendable, Equatable {
  /// The text of a scalar, unquoted; `isQuoted` says that it was written in quotes.
  case scalar(String, isQuoted: Bool, SourceRange)
  case list([OptionValue], SourceRange)
  case mapping([StepOption], SourceRange)

  package var range: SourceRange {
    switch self {
    case .scalar(_, _, let range), .list(_, let range), .mapping(_, let range): range
    }
  }

  /// Where the characters of a scalar stand; of anything else, the whole of it.
  package var places: TextPlaces {
    guard case .scalar(let text, _, let range) = self else {
      return TextPlaces(somewhereIn: range)
    }
    return TextPlaces(of: text, writtenIn: range)
  }

  /// The items of a list, or the one value that stands for a list of one.
  package var items: [OptionValue] {
    guard case .list(let items, _) = self else { return [self] }
    return items
  }
}
