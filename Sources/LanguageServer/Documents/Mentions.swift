import Expressions
import Notebook
import Plan

/// Something that is defined at one place of a notebook and mentioned at others.
enum Subject: Hashable {
  case step(String)
  /// A heading, by its anchor.
  case heading(String)
  case footnote(String)
}

/// Every mention of a step, a heading or a footnote in a notebook, in no order.
struct Mentions {
  struct Mention {
    let subject: Subject
    /// The name alone.
    let range: SourceRange
    var isDefinition = false
    /// Whether it stands where a name would be written: at the kind of a step without one.
    var isUnnamed = false
  }

  /// A path that leads to a file.
  struct FilePath {
    let path: String
    let range: SourceRange
  }

  private(set) var all: [Mention] = []
  private(set) var files: [FilePath] = []
  /// The anchors of the headings, in their order.
  private(set) var anchors: [String] = []

  init(_ notebook: OpenNotebook) {
    let layout = notebook.layout
    if let sketch = notebook.sketch {
      addSteps(sketch, layout)
      for value in sketch.notebook.inlineValues {
        addExpression(value.expression) { value.places.range(of: $0) }
      }
      anchors = Self.anchors(of: sketch.notebook.blocks)
    }
    for (heading, anchor) in zip(layout.headings, anchors) {
      all.append(
        Mention(subject: .heading(anchor), range: heading.range, isDefinition: true))
    }
    for (index, line) in layout.lines.enumerated() where layout.fence(at: index + 1) == nil {
      addReferences(in: line, index + 1)
    }
  }

  /// The mention that a place touches.
  func mention(at position: SourcePosition) -> Mention? {
    all.first { $0.range.start <= position && position <= $0.range.end }
  }

  func of(_ subject: Subject) -> [Mention] {
    all.filter { $0.subject == subject }.sorted { $0.range.start < $1.range.start }
  }

  // MARK: - Steps

  private mutating func addSteps(_ sketch: PlanSketch, _ layout: NotebookLayout) {
    let names = Set(sketch.steps.map(\.name))
    for step in sketch.steps {
      let isUnnamed = step.written.nameRange == step.written.kindRange
      all.append(
        Mention(
          subject: .step(step.name), range: step.written.nameRange, isDefinition: true,
          isUnnamed: isUnnamed))
      if step.written.syntax.body == .claims {
        for option in step.written.options { addClaim(option.value) }
      } else {
        addOptions(of: step, names, layout)
      }
    }
  }

  private mutating func addClaim(_ value: OptionValue) {
    guard case .scalar(let text, _, let range) = value else { return }
    addExpression(text) { TextPlaces(range).range(of: $0) }
  }

  private mutating func addOptions(
    of step: SketchedStep, _ names: Set<String>, _ layout: NotebookLayout
  ) {
    guard let fence = layout.fence(at: step.written.range.start.line) else { return }
    let lookup = OptionLookup(step.kind, in: fence, layout.lines)
    for option in step.written.options {
      guard let reference = lookup.option(option.key)?.reference else { continue }
      add(option.value, reference, names, layout.lines)
    }
  }

  private mutating func add(
    _ value: OptionValue, _ reference: OptionReference, _ names: Set<String>, _ lines: [String]
  ) {
    switch value {
    case .list(let elements, _): for element in elements { add(element, reference, names, lines) }
    case .mapping(let options, _):
      for option in options {
        if reference == .optionsOfSteps { addLeading(option.key, option.keyRange, names, lines) }
        add(option.value, reference, names, lines)
      }
    case .scalar(let text, let isQuoted, let range):
      switch reference {
      case .nothing, .optionsOfSteps: break
      case .step: addLeading(text, range, names, lines)
      case .set: if text.contains(".") { addLeading(text, range, names, lines) }
      case .path: files.append(FilePath(path: text, range: range))
      case .expressions where !isQuoted && range.start.line == range.end.line:
        addMeasure(text, range)
      case .expressions: break
      }
    }
  }

  /// A measure: an expression, perhaps behind the word that says which end is the best.
  private mutating func addMeasure(_ text: String, _ range: SourceRange) {
    let lowest = "lowest "
    let skipped = text.hasPrefix(lowest) ? lowest.count : 0
    let rest = SourceRange(range.start.advanced(by: skipped), range.end)
    addExpression(String(text.dropFirst(skipped))) { TextPlaces(rest).range(of: $0) }
  }

  /// The name of a step at the beginning of a value, before its dot.
  private mutating func addLeading(
    _ text: String, _ range: SourceRange, _ names: Set<String>, _ lines: [String]
  ) {
    let name = String(text.prefix { $0 != "." })
    guard names.contains(name), lines.indices.contains(range.start.line - 1) else { return }
    let line = Array(lines[range.start.line - 1])
    // It may stand in quotes.
    for start in range.start.column - 1...range.start.column
    where start + name.count <= line.count && String(line[start..<start + name.count]) == name {
      all.append(
        Mention(
          subject: .step(name),
          range: SourceRange(line: range.start.line, column: start + 1, length: name.count)))
      return
    }
  }

  private mutating func addExpression(_ text: String, _ place: (Range<Int>) -> SourceRange) {
    guard let expression = try? Expression(parsing: text) else { return }
    for (name, range) in expression.stepNames {
      all.append(Mention(subject: .step(name), range: place(range)))
    }
  }

  // MARK: - Text

  private static func anchors(of blocks: [Block]) -> [String] {
    blocks.compactMap { if case .heading(_, let anchor, _) = $0 { anchor } else { nil } }
  }

  /// Adds the addresses and footnotes of a line of prose.
  private mutating func addReferences(in line: String, _ number: Int) {
    guard line.utf8.contains(UInt8(ascii: "]")) else { return }
    let characters = Array(line)
    var isCode = false
    for place in characters.indices {
      if characters[place] == "`" { isCode.toggle() }
      guard !isCode, place + 1 < characters.count else { continue }
      if characters[place] == "[", characters[place + 1] == "^" {
        addFootnote(characters, at: place + 2, number)
      } else if characters[place] == "]", characters[place + 1] == "(" {
        addAddress(characters, at: place + 2, number)
      }
    }
  }

  private mutating func addFootnote(_ line: [Character], at start: Int, _ number: Int) {
    guard let end = line[start...].firstIndex(where: { "] ".contains($0) }), line[end] == "]",
      end > start
    else { return }
    let isDefinition = start == 2 && end + 1 < line.count && line[end + 1] == ":"
    all.append(
      Mention(
        subject: .footnote(String(line[start..<end])),
        range: SourceRange(line: number, column: start + 1, length: end - start),
        isDefinition: isDefinition))
  }

  private mutating func addAddress(_ line: [Character], at start: Int, _ number: Int) {
    guard let end = line[start...].firstIndex(where: { ") \"".contains($0) }), end > start,
      !line[start..<end].contains("`")
    else { return }
    let address = String(line[start..<end])
    let range = SourceRange(line: number, column: start + 1, length: end - start)
    if address.hasPrefix("#") {
      all.append(
        Mention(
          subject: .heading(String(address.dropFirst())),
          range: SourceRange(range.start.advanced(by: 1), range.end)))
    } else if !address.contains("://"), !address.hasPrefix("mailto:") {
      files.append(FilePath(path: address, range: range))
    }
  }
}
