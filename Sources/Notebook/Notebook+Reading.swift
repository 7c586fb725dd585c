extension Notebook {
  /// Reads a notebook's file.
  ///
  /// - Throws: `NotebookFileError` where the file is not text that can be read, and
  ///   `NotebookProblems` for mistakes in the text.
  package init(contentsOf path: String, stepKinds: [StepSyntax]) throws {
    try self.init(source: SourceFile(contentsOf: path), stepKinds: stepKinds)
  }

  /// Reads a notebook's text; `stepKinds` are the kinds of fences that are steps.
  ///
  /// - Throws: All mistakes in the text together, in its order.
  package init(source: SourceFile, stepKinds: [StepSyntax]) throws(NotebookProblems) {
    let lines = FrontMatterLines(source)
    var frontReader = FrontMatterReader()
    let frontMatter = frontReader.read(lines, name: source.name)

    // Blank lines in place of the front matter keep the numbers of the lines after it.
    let prose =
      Array(repeating: "", count: lines.count) + source.lines.dropFirst(lines.count)
    let limits =
      ProseLimits(source, from: lines.count).problems + ReferenceExpansion(source).problems
    guard limits.isEmpty else {
      throw NotebookProblems(
        source: source, diagnostics: (frontReader.problems + limits).sortedByPlace())
    }
    var reader = ProseReader(
      source: source, steps: StepReader(source: source, kinds: stepKinds),
      values: frontReader.values, references: frontReader.references,
      works: frontMatter.references)
    var blocks: [Block] = []
    MarkdownDocument(parsing: prose).withRoot { blocks = reader.blocks(of: $0) }
    let steps = reader.finishSteps()

    self.init(
      source: source, frontMatter: frontMatter, blocks: blocks, steps: steps,
      inlineValues: reader.values, numberedReferences: reader.numberedReferences,
      warnings: (frontReader.problems + reader.problems).warnings.sortedByPlace())
    let problems = frontReader.problems + reader.problems
    guard !problems.hasErrors else {
      throw NotebookProblems(
        source: source, diagnostics: problems.sortedByPlace(),
        remainder: reader.lostSteps ? nil : self)
    }
  }

  /// The file's name without its folder and extension.
  package var name: String { source.name }

  /// The folder part of the path as the user wrote it; "" for none.
  package var folder: String { source.folder }
}

extension SourceFile {
  /// The file's name without its folder.
  package var fileName: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The folder part of the path as the user wrote it; "" for none.
  package var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file's name without its folder and extension.
  package var name: String {
    let file = fileName[...]
    // A name that is all extension, such as ".md", stays as it is.
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return String(file) }
    return String(file[..<dot])
  }
}

extension [Diagnostic] {
  /// Those that are no reason to stop.
  package var warnings: Self { filter { $0.severity == .warning } }

  /// Whether one of them is a reason to stop.
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Each problem once, at its first place, with the lines where it is the same again: a step that
  /// is renamed is missed wherever it is named.
  package func joiningRepeats() -> Self {
    var places: [String: Int] = [:]
    var joined: Self = []
    var again: [Int: [Int]] = [:]
    for diagnostic in self {
      guard let line = diagnostic.range?.start.line else {
        joined.append(diagnostic)
        continue
      }
      if let first = places[diagnostic.message], joined[first].isLike(diagnostic) {
        again[first, default: []].append(line)
      } else {
        places[diagnostic.message] = joined.count
        joined.append(diagnostic)
      }
    }
    return joined.enumerated().map { place, diagnostic in
      again[place].map { diagnostic.repeated(onLines: $0) } ?? diagnostic
    }
  }

  /// How many there are of each severity, in words: "1 error and 2 warnings"; "" for none.
  package var counted: String {
    let warnings = warnings.count
    return [(count - warnings, "error"), (warnings, "warning")]
      .compactMap { count, noun in
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
      }.joined(separator: " and ")
  }

  /// In the order of the text, each once; those without a place first, those of one place as they
  /// were.
  package func sortedByPlace() -> Self {
    let start = SourcePosition(line: 0, column: 0)
    let sorted = enumerated().sorted { a, b in
      (a.element.range?.start ?? start, a.offset) < (b.element.range?.start ?? start, b.offset)
    }.map(\.element)
    return sorted.enumerated().filter { $0 == 0 || sorted[$0 - 1] != $1 }.map(\.element)
  }
}
