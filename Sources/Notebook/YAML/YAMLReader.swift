import Yams

/// Reads YAML that stands on lines of a notebook, with the place of everything in it.
struct YAMLReader {
  /// The lines, without the indentation that their fence has.
  let lines: [String]
  /// The notebook's line of the first of them.
  let firstLine: Int
  /// How many columns were taken off each line.
  let indent: Int
  private(set) var diagnostics: [Diagnostic] = []
  private var remainingNodes = 10_000

  init(lines: [String], firstLine: Int, indent: Int = 0) {
    self.lines = lines
    self.firstLine = firstLine
    self.indent = indent
  }

  /// The mapping that the lines hold, in order; empty for nothing but comments, `nil` on an error.
  mutating func mapping(of what: String) -> [StepOption]? {
    guard let root = root() else { return diagnostics.isEmpty ? [] : nil }
    guard case .mapping(let mapping) = root else {
      if case .scalar(let scalar) = root, scalar.string.isEmpty { return [] }
      report("\(what) must be 'key: value' lines", at: root, help: "write one option a line")
      return nil
    }
    return options(mapping, depth: 0)
  }

  /// The value that the lines hold, whatever it is.
  mutating func value() -> OptionValue? {
    guard let root = root() else { return nil }
    return value(root, depth: 0)
  }

  private mutating func root() -> Node? {
    do {
      return try Yams.compose(yaml: lines.joined(separator: "\n"))
    } catch let error as YamlError {
      report(error)
    } catch {
      diagnostics.append(
        Diagnostic("\(error)", at: SourceRange(line: firstLine, column: 1, length: 1)))
    }
    return nil
  }

  private mutating func options(_ mapping: Node.Mapping, depth: Int) -> [StepOption]? {
    var options: [StepOption] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else {
        report("an option's name must be a word", at: key)
        return nil
      }
      guard let value = self.value(value, depth: depth + 1) else { return nil }
      options.append(StepOption(key: name.string, keyRange: range(of: key), value: value))
    }
    return options
  }

  private mutating func value(_ node: Node, depth: Int) -> OptionValue? {
    remainingNodes -= 1
    guard depth < 20, remainingNodes > 0 else {
      report("these options nest too deeply or repeat too often", at: node)
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = [.singleQuoted, .doubleQuoted].contains(scalar.style)
      return .scalar(scalar.string, isQuoted: isQuoted, range(of: node))
    case .sequence(let sequence):
      var elements: [OptionValue] = []
      for element in sequence {
        guard let element = value(element, depth: depth + 1) else { return nil }
        elements.append(element)
      }
      return .list(elements, range(of: node))
    case .mapping(let mapping):
      return options(mapping, depth: depth).map { .mapping($0, range(of: node)) }
    case .alias:
      report("aliases are not supported", at: node, help: "write the value out")
      return nil
    }
  }

  // MARK: - Places

  private func position(_ mark: Mark?) -> SourcePosition {
    guard let mark else { return SourcePosition(line: firstLine, column: indent + 1) }
    let row = mark.line - 1
    guard lines.indices.contains(row) else {
      let last = max(0, lines.count - 1)
      return SourcePosition(
        line: firstLine + last, column: indent + (lines.last?.count ?? 0) + 1)
    }
    // YAML counts columns in Unicode scalars, the notebook in characters.
    let before = lines[row].unicodeScalars.prefix(max(0, mark.column - 1))
    let characters = String(String.UnicodeScalarView(before)).count
    return SourcePosition(line: firstLine + row, column: indent + characters + 1)
  }

  private func range(of node: Node) -> SourceRange {
    let start = position(node.mark)
    let row = start.line - firstLine
    guard lines.indices.contains(row) else { return SourceRange(start, start.advanced(by: 1)) }
    let rest = lines[row].dropFirst(start.column - indent - 1)
    return SourceRange(start, start.advanced(by: max(1, length(of: node, in: rest))))
  }

  /// How many characters a value takes on the line that it begins on.
  private func length(of node: Node, in rest: Substring) -> Int {
    switch node {
    case .scalar(let scalar):
      if let quote = rest.first, [.singleQuoted, .doubleQuoted].contains(scalar.style) {
        let end = rest.dropFirst().firstIndex(of: quote)
        return end.map { rest.distance(from: rest.startIndex, to: $0) + 1 } ?? rest.count
      }
      return rest.hasPrefix(scalar.string) ? scalar.string.count : trimmedCount(rest)
    case .sequence, .mapping, .alias:
      return trimmedCount(rest)
    }
  }

  /// The length of a line without a comment and blanks at its end.
  private func trimmedCount(_ rest: Substring) -> Int {
    var text = rest
    var previous: Character = "x"
    for index in rest.indices {
      if rest[index] == "#", previous == " " {
        text = rest[..<index]
        break
      }
      previous = rest[index]
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.count
  }

  // MARK: - Problems

  private mutating func report(_ message: String, at node: Node, help: String? = nil) {
    diagnostics.append(Diagnostic(message, at: range(of: node), help: help))
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let start = position(mark)
      diagnostics.append(
        Diagnostic(
          "this is not YAML: \(problem)", at: SourceRange(start, start.advanced(by: 1)),
          help: "write 'key: value' lines, indented with spaces"))
    case .duplicatedKeysInMapping(let duplicates, _):
      reportDuplicates(duplicates)
    default:
      diagnostics.append(
        Diagnostic(
          "this is not YAML", at: SourceRange(line: firstLine, column: indent + 1, length: 1),
          help: "write 'key: value' lines, indented with spaces"))
    }
  }

  private mutating func reportDuplicates(_ keys: [String]) {
    for key in keys {
      let rows = lines.indices.filter { lines[$0].drop(while: { $0 == " " }).hasPrefix(key + ":") }
      let row = rows.dropFirst().first ?? rows.first ?? 0
      let column = lines.isEmpty ? 0 : lines[row].prefix { $0 == " " }.count
      diagnostics.append(
        Diagnostic(
          "'\(key)' is written twice",
          at: SourceRange(line: firstLine + row, column: indent + column + 1, length: key.count),
          help: "leave one of them out"))
    }
  }
}

/// What is wrong with a YAML text that stands alone.
package struct YAMLProblem: Error, Sendable, Equatable {
  package let message: String
}

extension OptionValue {
  /// Reads a value as YAML writes it: a word, `[a, b]`, `{key: value}`.
  package init(parsing yaml: String) throws(YAMLProblem) {
    var reader = YAMLReader(lines: [yaml], firstLine: 1)
    guard let value = reader.value() else {
      throw YAMLProblem(message: reader.diagnostics.first?.message ?? "there is no value")
    }
    self = value
  }
}
