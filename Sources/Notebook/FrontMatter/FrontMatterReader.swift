/// Reads the options between the `---` lines at the top of a notebook.
struct FrontMatterReader {
  var problems: [Diagnostic] = []
  /// Figures and tables that the text refers to.
  private(set) var references: [NumberedReference] = []
  /// The inline values of title and subtitle.
  private(set) var values: [InlineValue] = []

  private var title: [Inline]?
  private var subtitle: [Inline]?
  private var author: String?
  private var keyFigures: [KeyFigure] = []
  var date: String?
  private var licence: String?
  var numbersSections = false
  private var works: [Reference] = []
  var language = "en"
  var seed: UInt32 = 0
  var seedRange: SourceRange?

  static let keys = [
    "title", "subtitle", "author", "date", "licence", "key-figures", "references",
    "section-numbers", "language", "seed",
  ]

  /// `name` is the title where none is written.
  mutating func read(_ lines: FrontMatterLines, name: String) -> FrontMatter {
    if let problem = lines.problem { problems.append(problem) }
    if let body = lines.body {
      let yaml = YAMLText(lines: body, place: SourceRange(line: 1, column: 1, length: 3))
      var reader = YAMLReader(yaml)
      let options = reader.mapping(example: "`title: …`, a line each")
      problems += reader.problems
      for option in options { read(option, yaml) }
      problems += CutText(yaml).problems(in: options, texts: ["title", "subtitle", "author"])
    }
    return FrontMatter(
      title: title ?? [.text(name)], subtitle: subtitle, author: author, date: date,
      licence: licence, numbersSections: numbersSections, references: works,
      keyFigures: keyFigures, language: language, seed: seed, seedRange: seedRange)
  }

  private mutating func read(_ option: StepOption, _ yaml: YAMLText) {
    guard Self.keys.contains(option.key) else {
      let misspelling = Misspelling(option.key, among: Self.keys)
      let list = Self.keys.dropLast().joined(separator: ", ") + " and " + (Self.keys.last ?? "")
      problems.append(
        Diagnostic(
          "unknown front matter key '\(option.key)'", at: option.keyRange,
          help: misspelling == nil ? "the keys are \(list)" : nil, misspelling: misspelling))
      return
    }
    if option.key == "key-figures" { return readKeyFigures(option.value, yaml) }
    if option.key == "references" { return readReferences(option.value, yaml) }
    guard case .scalar(let text, let isQuoted, let range) = option.value else {
      problems.append(
        Diagnostic(
          "\(option.key) is not \(option.key == "seed" ? "a number" : "text")",
          at: option.value.range, help: "write one value, in quotes if it begins with [ or {"))
      return
    }
    // `title:` with nothing behind it is as good as no title.
    if text.isEmpty, !isQuoted { return }
    switch option.key {
    case "title": title = inlines(text, range, yaml)
    case "subtitle": subtitle = inlines(text, range, yaml)
    case "author": author = text
    case "licence": licence = text
    case "date": readDate(text, range)
    case "section-numbers": readNumbersSections(text, range)
    case "language": readLanguage(text, range)
    default: readSeed(text, isQuoted: isQuoted, range)
    }
  }

  private mutating func readKeyFigures(_ value: OptionValue, _ yaml: YAMLText) {
    guard case .mapping(let options, _) = value else {
      problems.append(
        Diagnostic(
          "key-figures is not a mapping", at: value.range,
          help: "write 'label: text' for each, on lines of their own, indented"))
      return
    }
    for option in options {
      guard case .scalar(let text, _, let range) = option.value else {
        problems.append(
          Diagnostic(
            "key figure '\(option.key)' is not text", at: option.value.range,
            help: "write a value, such as \"`{dev.accuracy:.1%}`\""))
        continue
      }
      problems += CutText(yaml).problems(of: option.value, called: "key figure")
      keyFigures.append(KeyFigure(label: option.key, text: inlines(text, range, yaml)))
    }
  }

  private mutating func inlines(
    _ string: String, _ range: SourceRange, _ yaml: YAMLText
  ) -> [Inline] {
    let read = InlineReader.inlines(of: string, in: yaml, at: range, values: &values)
    problems += read.problems
    references += read.references
    return read.inlines
  }

  private mutating func readReferences(_ value: OptionValue, _ yaml: YAMLText) {
    guard case .mapping(let options, _) = value else {
      problems.append(
        Diagnostic(
          "references is not a mapping", at: value.range,
          help: "write 'key: work' for each, on lines of their own, indented; cite it as [^key]"))
      return
    }
    for option in options {
      guard option.key.first?.isLetter == true,
        option.key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
      else {
        problems.append(
          Diagnostic(
            "'\(option.key)' cannot be cited", at: option.keyRange,
            help: "write letters, digits and hyphens, a letter first, such as lecun1998"))
        continue
      }
      guard case .scalar(let text, _, let range) = option.value else {
        problems.append(
          Diagnostic(
            "reference '\(option.key)' is not text", at: option.value.range,
            help: "write author, title and year, in quotes"))
        continue
      }
      problems += CutText(yaml).problems(of: option.value, called: "reference")
      works.append(Reference(key: option.key, text: inlines(text, range, yaml)))
    }
  }
}
