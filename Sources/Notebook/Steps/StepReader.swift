/// Reads the steps of a notebook out of its fences.
struct StepReader {
  private let lines: [String]
  private let kinds: [String]
  private(set) var steps: [Step] = []

  init(lines: [String], kinds: [String]) {
    self.lines = lines
    self.kinds = kinds
  }

  /// The index of the step that a fence is, once it is read; `nil` for an ordinary listing.
  mutating func read(_ range: ClosedRange<Int>, _ prose: inout ProseReader) -> Int? {
    let fence = Fence(lines: lines, range: range)
    guard let word = fence.words.first else { return nil }
    guard kinds.contains(word.text) else {
      reportMisspelling(word, &prose)
      return nil
    }
    if !fence.isClosed {
      prose.report(
        Diagnostic(
          "this \(word.text) step is never closed", at: word.range,
          help: "add a line of \(fence.marker) after its last option"))
    }
    steps.append(step(fence, kind: word, &prose))
    return steps.count - 1
  }

  /// Steps with names: those written, and for the others their kind with a number where needed.
  mutating func named(_ prose: inout ProseReader) -> [Step] {
    var taken: [String: Step] = [:]
    for step in steps where !step.name.isEmpty {
      if let other = taken[step.name] {
        prose.report(
          Diagnostic(
            "another step is called '\(step.name)', on line \(other.nameRange.start.line)",
            at: step.nameRange, help: "give one of them another name"))
      }
      taken[step.name] = taken[step.name] ?? step
    }
    for index in steps.indices where steps[index].name.isEmpty {
      var name = steps[index].kind
      var number = 1
      while taken[name] != nil {
        number += 1
        name = "\(steps[index].kind)-\(number)"
      }
      steps[index] = steps[index].renamed(name)
      taken[name] = steps[index]
    }
    return steps
  }

  // MARK: - One step

  private func step(_ fence: Fence, kind: Fence.Word, _ prose: inout ProseReader) -> Step {
    let name = name(fence, &prose)
    let options = options(fence, kind: kind.text, &prose)
    let caption = options.first { $0.key == "caption" }.flatMap { option -> [Inline]? in
      guard case .scalar(let text, let isQuoted, let range) = option.value else { return nil }
      return prose.inlines(text, at: isQuoted ? range.start.advanced(by: 1) : range.start)
    }
    let last =
      lines.indices.contains(fence.range.upperBound - 1)
      ? lines[fence.range.upperBound - 1].count : 0
    return Step(
      kind: kind.text, kindRange: kind.range, name: name?.text ?? "",
      nameRange: name?.range ?? kind.range, options: options,
      text: fence.body.joined(separator: "\n"),
      range: SourceRange(
        SourcePosition(line: fence.range.lowerBound, column: 1),
        SourcePosition(line: fence.range.upperBound, column: last + 1)),
      caption: caption)
  }

  private func name(_ fence: Fence, _ prose: inout ProseReader) -> Fence.Word? {
    guard let name = fence.words.dropFirst().first else { return nil }
    if let more = fence.words.dropFirst(2).first {
      prose.report(
        Diagnostic(
          "'\(more.text)' stands after the step's name", at: more.range,
          help: "a step opens with a kind and at most one name; options go below"))
    }
    let isReserved = ["and", "or", "not", "true", "false"].contains(name.text)
    let isWord =
      name.text.first.map { $0.isASCII && $0.isLetter } == true && name.text.last != "-"
      && name.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    if isReserved || !isWord {
      prose.report(
        Diagnostic(
          isReserved
            ? "'\(name.text)' has a meaning in expressions and cannot name a step"
            : "'\(name.text)' cannot name a step", at: name.range,
          help: "write letters, digits and hyphens, beginning with a letter"))
      return nil
    }
    return name
  }

  private func options(_ fence: Fence, kind: String, _ prose: inout ProseReader) -> [StepOption] {
    if kind == "check" {
      return fence.body.enumerated().compactMap { index, line in
        ClaimLine(line, number: fence.range.lowerBound + 1 + index, indent: fence.indent)
          .option(&prose)
      }
    }
    var reader = YAMLReader(
      lines: fence.body, firstLine: fence.range.lowerBound + 1, indent: fence.indent)
    let options = reader.mapping(of: "the body of a step") ?? []
    for diagnostic in reader.diagnostics { prose.report(diagnostic) }
    return options
  }

  // MARK: - Words that are nearly kinds

  private static let languages: Set<String> = [
    "swift", "python", "py", "text", "txt", "json", "yaml", "yml", "toml", "bash", "sh", "shell",
    "console", "html", "css", "js", "ts", "c", "cpp", "rust", "go", "java", "ruby", "r", "julia",
    "sql", "diff", "xml", "csv", "math", "latex", "tex", "markdown", "md", "make", "plain", "lua",
    "spirit", "perl", "php", "kotlin", "scala", "haskell",
  ]

  private func reportMisspelling(_ word: Fence.Word, _ prose: inout ProseReader) {
    let lowered = word.text.lowercased()
    guard !Self.languages.contains(lowered),
      let near = kinds.first(where: { editDistance(lowered, $0) <= 1 })
    else { return }
    prose.report(
      Diagnostic(
        "unknown step kind '\(word.text)'", at: word.range, help: "did you mean '\(near)'?"))
  }
}

extension Step {
  fileprivate func renamed(_ name: String) -> Step {
    Step(
      kind: kind, kindRange: kindRange, name: name, nameRange: nameRange, options: options,
      text: text, range: range, caption: caption)
  }
}
