import Expressions
import Notebook
import Plan
import Results
import Runner

/// What is known of the word at a place.
struct Hover {
  let notebook: OpenNotebook
  let results: LastResults?

  func json(at position: SourcePosition) -> JSON {
    guard let (text, range) = found(at: position) else { return nil }
    return [
      "contents": ["kind": "markdown", "value": .text(text)],
      "range": notebook.places.json(range),
    ]
  }

  private func found(at position: SourcePosition) -> (String, SourceRange)? {
    if let found = expression(at: position) { return found }
    if let mention = notebook.mentions.mention(at: position), !mention.isDefinition,
      case .step(let name) = mention.subject, let step = notebook.step(named: name)
    {
      return (words(about: step), mention.range)
    }
    guard let fence = notebook.layout.fence(at: position.line), let kind = fence.kind else {
      return nil
    }
    if position.line == fence.opening { return opening(fence, kind, position) }
    return option(fence, kind, position)
  }

  // MARK: - Values

  private func expression(at position: SourcePosition) -> (String, SourceRange)? {
    for value in notebook.sketch?.notebook.inlineValues ?? [] {
      if let format = value.formatRange, contains(format, position) {
        return (formatted(value), format)
      }
      guard contains(value.expressionRange, position) else { continue }
      return mention(in: value.expression, value.expressionRange, position, value: value)
    }
    guard let step = notebook.step(at: position.line), step.written.syntax.body == .claims else {
      return nil
    }
    for option in step.written.options {
      guard case .scalar(let text, _, let range) = option.value, contains(range, position) else {
        continue
      }
      return mention(in: text, range, position, value: nil)
    }
    return nil
  }

  private func mention(
    in text: String, _ range: SourceRange, _ position: SourcePosition, value: InlineValue?
  ) -> (String, SourceRange)? {
    let place = position.column - range.start.column
    guard position.line == range.start.line,
      let mention = ExpressionText.mention(in: text, at: place)
    else { return value.map { (formatted($0), range) } }
    let start = range.start.advanced(by: mention.range.lowerBound)
    let named = SourceRange(start, start.advanced(by: mention.range.count))
    return words(about: mention).map { ($0, named) }
  }

  private func words(about mention: ExpressionText.Mention) -> String? {
    guard let receiver = mention.receiver else {
      if let step = notebook.step(named: mention.name) { return words(about: step) }
      return BuiltInFunction.all.first { $0.name == mention.name }.map {
        "`\($0.signature)`\n\n\($0.summary)"
      }
    }
    guard let schema = notebook.sketch?.schema,
      let owner = try? Expression(parsing: receiver).type(in: schema)
    else { return nil }
    var summary = BuiltInMember.members(of: owner).first { $0.name == mention.name }?.summary
    if case .record(let members) = owner {
      summary = members.first { $0.name == mention.name }?.summary ?? summary
    }
    guard let summary else { return nil }
    let type = try? Expression(parsing: mention.chain).type(in: schema)
    let head = "**\(mention.chain)**" + (type.map { ": \($0.noun)" } ?? "")
    return [head, summary, lastValue(of: mention.chain)].compactMap(\.self)
      .joined(separator: "\n\n")
  }

  /// The value of the last run, and whether it is that of the text.
  private func lastValue(of expression: String) -> String? {
    let value = ValueText.value(of: expression, results).flatMap(ValueText.short)
    let doubt = ValueText.doubt(notebook.steps(in: expression), results)
    guard let value else { return doubt.map { "_\($0)_" } }
    return "last run: **\(value)**" + (doubt.map { " — _\($0)_" } ?? "")
  }

  private func formatted(_ value: InlineValue) -> String {
    let hint = InlayHints.text(of: value, results).map { "last run: **\($0)**" }
    let doubt = ValueText.doubt(notebook.steps(in: value.expression), results).map { "_\($0)_" }
    let format = value.format.map { "format `\($0)`" }
    return [format, hint, doubt].compactMap(\.self).joined(separator: " · ")
  }

  // MARK: - Steps

  private func words(about step: SketchedStep) -> String {
    let summary = step.kind.declaration.documentation.summary
    let line = step.written.range.start.line
    let doubt = ValueText.doubt([step], results).map { "_\($0)_" }
    let values = step.yields.prefix(12).map { member in
      "- `\(member.name)` "
        + ValueText.detail(member.type, "\(step.name).\(member.name)", results)
    }
    return [
      "**\(step.name)**, the \(step.kind.name) step of line \(line)", summary, doubt,
      values.isEmpty ? nil : values.joined(separator: "\n"),
    ].compactMap(\.self).joined(separator: "\n\n")
  }

  private func opening(
    _ fence: NotebookLayout.Fence, _ kind: StepKind, _ position: SourcePosition
  ) -> (String, SourceRange)? {
    guard let word = fence.words.first(where: { contains($0.range, position) }) else { return nil }
    if word.range != fence.words.first?.range, let step = notebook.step(at: position.line) {
      return (words(about: step), word.range)
    }
    let documentation = kind.declaration.documentation
    let options = documentation.options.map { "- `\($0.key)`: \($0.summary) (\($0.note))" }
    let step = notebook.step(at: position.line)
    let standing = step.flatMap { RunLens.standing(of: $0, results) }.map { "_\($0)_" }
    return (
      ["**\(kind.name)**: \(documentation.summary)", standing, options.joined(separator: "\n")]
        .compactMap(\.self).joined(separator: "\n\n"), word.range
    )
  }

  private func option(
    _ fence: NotebookLayout.Fence, _ kind: StepKind, _ position: SourcePosition
  ) -> (String, SourceRange)? {
    guard let step = notebook.step(at: position.line) else { return nil }
    let lookup = OptionLookup(kind, in: fence, notebook.layout.lines)
    for option in step.written.options {
      let isKey = contains(option.keyRange, position)
      guard isKey || contains(option.value.range, position) else { continue }
      guard let known = lookup.option(option.key) else { return nil }
      let variant = isKey ? nil : lookup.variant.map { "`\($0.name)`: \($0.summary)" }
      let isChooser = !isKey && option.key == Plot.chooser
      let text = "**\(known.key)**: \(known.summary)\n\n\(known.values); \(known.note)"
      return (isChooser ? variant ?? text : text, isKey ? option.keyRange : option.value.range)
    }
    return nil
  }

  private func contains(_ range: SourceRange, _ position: SourcePosition) -> Bool {
    range.start <= position && position <= range.end
  }
}
