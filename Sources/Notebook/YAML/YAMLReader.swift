import Yams

/// Reads a YAML text into option values with their places in the notebook.
struct YAMLReader {
  let text: YAMLText
  private(set) var problems: [Diagnostic] = []

  init(_ text: YAMLText) {
    self.text = text
  }

  /// The text as a mapping, empty for an empty text; `example` shows what to write.
  mutating func mapping(example: String) -> [StepOption] {
    guard let node = parse() else { return [] }
    guard case .mapping(let mapping) = node else {
      if let first = text.lines.first(where: { $0.text.contains { $0 != " " } }),
        let missing = YAMLSyntaxProblem.missingSpace(in: first)
      {
        problems.append(missing)
        return []
      }
      let range = value(of: node).range
      problems.append(
        Diagnostic("expected 'key: value'", at: range, help: "write \(example)"))
      return []
    }
    return options(of: mapping)
  }

  /// The text as one value; `nil` for an empty text or a problem.
  mutating func value() -> OptionValue? {
    parse().map { value(of: $0) }
  }

  private mutating func parse() -> Node? {
    if let problem = text.lexicalProblem() {
      problems.append(problem)
      return nil
    }
    do {
      // The default encoding would be asked of the environment. Options say themselves what a scalar
      // is, so it is not looked up by patterns here.
      return try Parser(yaml: text.joined, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      problems.append(YAMLSyntaxProblem(error, in: text).diagnostic)
    } catch {
      problems.append(Diagnostic("invalid YAML", at: text.place))
    }
    return nil
  }

  private mutating func options(of mapping: Node.Mapping) -> [StepOption] {
    var options: [StepOption] = []
    var seen: Set<String> = []
    for (keyNode, valueNode) in mapping {
      let keyValue = value(of: keyNode)
      guard case .scalar(let key, _, let range) = keyValue else {
        problems.append(
          Diagnostic(
            "a list or mapping as a key", at: keyValue.range,
            help: "write a word before the ':'"))
        continue
      }
      if key.isEmpty {
        let end = range.start.advanced(by: 1)
        problems.append(
          Diagnostic(
            "no key before ':'", at: SourceRange(range.start, end), help: "write `key: value`"))
        continue
      }
      let option = StepOption(key: key, keyRange: range, value: value(of: valueNode))
      if seen.insert(key).inserted {
        options.append(option)
      } else {
        problems.append(YAMLSyntaxProblem.duplicate(key, at: range))
      }
    }
    return options
  }

  private mutating func value(of node: Node) -> OptionValue {
    let start = node.mark.map { text.position(line: $0.line, scalarColumn: $0.column) }
    let position = start ?? text.place.start
    let layout = YAMLLayout(text)
    if let problem = layout.property(at: position) {
      // A value with an anchor comes again wherever its alias stands.
      if problems.last != problem { problems.append(problem) }
      return .scalar("", isQuoted: true, problem.range ?? text.place)
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let range = layout.scalar(scalar.string, at: position).range
      return .scalar(scalar.string, isQuoted: isQuoted, range)
    case .sequence(let sequence):
      let values = sequence.map { value(of: $0) }
      let end = layout.end(of: position, afterLast: values.last?.range.end)
      return .list(values, SourceRange(position, end))
    case .mapping(let mapping):
      let options = options(of: mapping)
      let end = layout.end(of: position, afterLast: options.last?.value.range.end)
      return .mapping(options, SourceRange(position, end))
    case .alias(let alias):
      let end = position.advanced(by: 1 + alias.anchor.rawValue.count)
      problems.append(YAMLLayout.noAliases(at: SourceRange(position, end)))
      return .scalar("", isQuoted: true, SourceRange(position, end))
    }
  }
}
