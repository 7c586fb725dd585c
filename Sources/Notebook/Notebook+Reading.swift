extension Notebook {
  /// Reads a notebook from its text; throws everything that is wrong with it at once.
  ///
  /// - Parameter stepKinds: the first words of a fence that make it a step.
  package init(source: SourceFile, stepKinds: [String]) throws(NotebookProblems) {
    let frontMatterReader = FrontMatterReader(lines: source.lines)
    var prose = ProseReader(lines: source.lines, stepKinds: stepKinds)
    let frontMatter = frontMatterReader.read(&prose, name: source.name)
    let offset = frontMatterReader.end
    let body = source.lines[offset...].joined(separator: "\n") + "\n"
    guard let tree = MarkdownTree(body) else {
      throw NotebookProblems(
        source: source, diagnostics: [Diagnostic("there is not enough memory", at: nil)])
    }
    var reader = StepReader(lines: source.lines, kinds: stepKinds)
    let blocks = prose.blocks(of: tree.root, offset: offset) { _, lines, prose in
      reader.read(lines, &prose)
    }
    let steps = reader.named(&prose)
    guard prose.diagnostics.isEmpty else {
      throw NotebookProblems(source: source, diagnostics: prose.diagnostics.inOrderOfText)
    }
    self.init(
      source: source, frontMatter: frontMatter, blocks: blocks, steps: steps,
      inlineValues: prose.inlineValues)
  }

  /// Reads a notebook from a file.
  package init(contentsOf path: String, stepKinds: [String]) throws {
    try self.init(source: SourceFile(contentsOf: path), stepKinds: stepKinds)
  }

  /// The file's name without its ending, which names the report's folder.
  package var name: String { source.name }

  /// The folder of the file as its path was written; empty for the current one.
  package var folder: String {
    source.path.lastIndex(of: "/").map {
      $0 == source.path.startIndex ? "/" : String(source.path[..<$0])
    }
      ?? ""
  }
}

extension SourceFile {
  /// The file's name without its folder.
  package var fileName: String {
    source(after: path.lastIndex(of: "/"))
  }

  /// The file's name without its folder and ending.
  package var name: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func source(after slash: String.Index?) -> String {
    slash.map { String(path[path.index(after: $0)...]) } ?? path
  }
}

extension [Diagnostic] {
  /// Those without a place first, then from the top of the text to its bottom.
  package var inOrderOfText: [Diagnostic] {
    enumerated().sorted { a, b in
      let (from, to) = (a.element.range?.start, b.element.range?.start)
      guard let from, let to else { return from == nil && (to != nil || a.offset < b.offset) }
      return from == to ? a.offset < b.offset : from < to
    }.map(\.element)
  }
}
