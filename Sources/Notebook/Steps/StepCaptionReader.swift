/// Reads the captions that a step's options give to what it shows.
struct StepCaptionReader {
  private let yaml: YAMLText
  private(set) var problems: [Diagnostic] = []
  /// Figures and tables that captions refer to.
  private(set) var references: [NumberedReference] = []

  init(_ yaml: YAMLText) {
    self.yaml = yaml
  }

  mutating func caption(
    in options: [StepOption], values: inout [InlineValue]
  ) -> [Inline]? {
    guard let option = options.first(where: { $0.key == "caption" }) else { return nil }
    guard case .scalar(let string, _, let range) = option.value else {
      problems.append(
        Diagnostic(
          "caption is not text", at: option.value.range, help: "put the caption in quotes"))
      return nil
    }
    return inlines(string, range, values: &values)
  }

  mutating func tables(
    in options: [StepOption], values: inout [InlineValue]
  ) -> TableDisplay {
    guard let option = options.first(where: { $0.key == "tables" }) else { return .automatic }
    let items: [OptionValue]
    switch option.value {
    case .scalar(TableDisplay.none, isQuoted: false, _):
      return TableDisplay(tables: [], hidesAll: true)
    case .scalar: items = [option.value]
    case .list(let list, _): items = list
    case .mapping: items = [option.value]
    }
    var tables: [TableDisplay.Table] = []
    for item in items {
      switch item {
      case .scalar(TableDisplay.none, isQuoted: false, _): tables.append(.hidden)
      case .scalar(let string, _, let range):
        tables.append(.captioned(inlines(string, range, values: &values)))
      case .list, .mapping:
        problems.append(
          Diagnostic(
            "a caption of 'tables' is not text", at: item.range,
            help: "write 'none', or a list of captions in quotes, with none for what is left out"))
      }
    }
    return TableDisplay(tables: tables, hidesAll: false)
  }

  private mutating func inlines(
    _ string: String, _ range: SourceRange, values: inout [InlineValue]
  ) -> [Inline] {
    let read = InlineReader.inlines(of: string, in: yaml, at: range, values: &values)
    problems += read.problems
    references += read.references
    return read.inlines
  }
}
