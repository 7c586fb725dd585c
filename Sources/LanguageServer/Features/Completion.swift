import Expressions
import Notebook
import Plan
import Results
import Runner

/// What can be written at a place of a notebook.
struct Completion {
  /// What a proposal is, by the protocol's numbers.
  enum Kind: Int {
    case method = 2
    case function = 3
    case field = 5
    case variable = 6
    case keyword = 14
    case snippet = 15
    case property = 10
    case value = 12
    case file = 17
    case reference = 18
    case folder = 19
  }

  struct Item {
    let label: String
    let kind: Kind
    var detail = ""
    var documentation = ""
    /// What is written; the label where `nil`.
    var text: String?
    /// Whether the text has places to go to, marked `$1`.
    var isSnippet = false
  }

  let notebook: OpenNotebook
  let results: LastResults?
  let takesSnippets: Bool

  /// The proposals for a place, each taking the place of what was begun there.
  func items(at position: SourcePosition) -> [JSON] {
    guard let place = CursorPlace(position, in: notebook.layout) else { return [] }
    let (prefix, items) = proposals(place, position.line)
    let start = SourcePosition(
      line: position.line, column: max(1, position.column - prefix.count))
    let range = notebook.places.json(SourceRange(start, position))
    return items.enumerated().map { number, item in json(item, number, range) }
  }

  private func proposals(_ place: CursorPlace, _ line: Int) -> (prefix: String, [Item]) {
    switch place {
    case .kind(let fence, let prefix): (prefix, kinds(fence))
    case .optionKey(let fence, let kind, let prefix): (prefix, keys(fence, kind))
    case .optionValue(let fence, let kind, let key, let prefix):
      values(fence, kind, key, prefix, line)
    case .nestedKey(let fence, let kind, let key, let prefix):
      nested(fence, kind, key, prefix, line)
    case .expression(let text, _): expression(text)
    case .format(let expression, let prefix): (prefix, formats(of: expression))
    case .frontMatterKey(let prefix): (prefix, frontMatterKeys)
    case .address(let prefix): address(prefix)
    case .footnote(let prefix):
      (
        prefix,
        notebook.mentions.all.compactMap { mention in
          guard mention.isDefinition, case .footnote(let label) = mention.subject else {
            return nil
          }
          return Item(label: label, kind: .reference)
        }
      )
    }
  }

  private func json(_ item: Item, _ number: Int, _ range: JSON) -> JSON {
    let order = String(number)
    return .object(compacting: [
      "label": .text(item.label), "kind": .integer(item.kind.rawValue),
      "detail": item.detail.isEmpty ? nil : .text(item.detail),
      "documentation": item.documentation.isEmpty
        ? nil : ["kind": "markdown", "value": .text(item.documentation)],
      "sortText": .text(String(repeating: "0", count: max(0, 4 - order.count)) + order),
      "filterText": .text(item.label),
      "insertTextFormat": .integer(item.isSnippet ? 2 : 1),
      "textEdit": ["range": range, "newText": .text(item.text ?? item.label)],
    ])
  }

  // MARK: - Steps

  private func kinds(_ fence: NotebookLayout.Fence) -> [Item] {
    StepKind.all.map { kind in
      let documentation = kind.declaration.documentation
      // A whole step where its end is still missing.
      let isWhole = takesSnippets && !fence.isClosed && fence.body == nil
      let example = documentation.example.replacing("$", with: "\\$").replacing("}", with: "\\}")
      return Item(
        label: kind.name, kind: isWhole ? .snippet : .keyword, detail: documentation.summary,
        documentation: "```yaml\n\(documentation.example)\n```",
        text: isWhole ? "\(kind.name)\n\(example)$0\n\(fence.marks)" : nil, isSnippet: isWhole)
    }
  }

  private func keys(_ fence: NotebookLayout.Fence, _ kind: StepKind) -> [Item] {
    guard kind.declaration.syntax.body == .options else { return [] }
    let written = Set(
      (fence.body ?? 1...1).compactMap { number -> String? in
        guard number > fence.opening, number <= notebook.layout.lines.count else { return nil }
        let line = notebook.layout.lines[number - 1].dropFirst(fence.indentation)
        return line.firstIndex(of: ":").map { String(line[..<$0]) }
      })
    let all = OptionLookup(kind, in: fence, notebook.layout.lines).all
      .filter { !written.contains($0.key) }
    return (all.filter { $0.note == "required" } + all.filter { $0.note != "required" }).map {
      option in
      Item(
        label: option.key, kind: .property, detail: option.note,
        documentation: "\(option.summary)\n\n\(option.values)", text: option.key + ": ")
    }
  }

  private func values(
    _ fence: NotebookLayout.Fence, _ kind: StepKind, _ key: String, _ prefix: String, _ line: Int
  ) -> (prefix: String, [Item]) {
    guard let option = OptionLookup(kind, in: fence, notebook.layout.lines).option(key) else {
      return (prefix, [])
    }
    let choices = option.choices.map { Item(label: $0, kind: .value, detail: option.key) }
    switch option.reference {
    case .nothing, .expressions, .optionsOfSteps: return (prefix, choices)
    case .step(let provision):
      return (prefix, choices + names(above: line) { $0.provides(provision) })
    case .set: return (prefix, choices + sets(above: line))
    case .path:
      let (begun, files) = self.files(prefix)
      return (begun, files)
    }
  }

  private func names(above line: Int, _ isWanted: (SketchedStep) -> Bool) -> [Item] {
    notebook.steps(above: line).filter(isWanted).reversed().map(item)
  }

  private func sets(above line: Int) -> [Item] {
    let steps = notebook.steps(above: line)
    let all = ExampleSetName.all.filter { set in steps.contains { $0.provides(.set(set)) } }
    var seen: Set<String> = []
    let own = all.filter { seen.insert($0.name).inserted }
    let plain = own.map { set in
      Item(
        label: set.name, kind: .value,
        detail: "of " + (steps.last { $0.provides(.set(set)) }?.name ?? ""))
    }
    let exact = steps.flatMap { step in
      own.filter { step.provides(.set($0)) }.map {
        Item(label: "\(step.name).\($0.name)", kind: .value, detail: "a set of examples")
      }
    }
    return plain + exact
  }

  private func nested(
    _ fence: NotebookLayout.Fence, _ kind: StepKind, _ key: String, _ prefix: String, _ line: Int
  ) -> (prefix: String, [Item]) {
    let option = OptionLookup(kind, in: fence, notebook.layout.lines).option(key)
    guard option?.reference == .optionsOfSteps else {
      return values(fence, kind, key, prefix, line)
    }
    guard let dot = prefix.lastIndex(of: ".") else {
      let seed = Item(label: "seed", kind: .value, detail: "of the run", text: "seed: ")
      return (
        prefix,
        names(above: line) { $0.written.syntax.body == .options }.map { item in
          var item = item
          item.text = item.label + "."
          return item
        } + [seed]
      )
    }
    guard let step = notebook.step(named: String(prefix[..<dot])) else { return (prefix, []) }
    let options = step.kind.declaration.documentation.options
    return (
      String(prefix[prefix.index(after: dot)...]),
      options.map {
        Item(
          label: $0.key, kind: .property, detail: $0.values, documentation: $0.summary,
          text: $0.key + ": ")
      }
    )
  }

  // MARK: - Expressions

  private func expression(_ text: String) -> (prefix: String, [Item]) {
    let beginning = ExpressionText.beginning(atEndOf: text)
    guard let receiver = beginning.receiver else {
      let functions = BuiltInFunction.all.map { function in
        Item(
          label: function.name, kind: .function, detail: function.signature,
          documentation: function.summary, text: function.name + "(")
      }
      return (beginning.prefix, (notebook.sketch?.steps ?? []).map(item) + functions)
    }
    return (beginning.prefix, members(of: receiver))
  }

  private func members(of receiver: String) -> [Item] {
    guard let schema = notebook.sketch?.schema,
      let type = try? Expression(parsing: receiver).type(in: schema)
    else { return [] }
    var items: [Item] = []
    if case .record(let members) = type {
      items += members.map { member in
        Item(
          label: member.name, kind: .field,
          detail: ValueText.detail(member.type, receiver + "." + member.name, results),
          documentation: member.summary)
      }
    }
    return items
      + BuiltInMember.members(of: type).map { member in
        let isCall = !member.parameters.isEmpty
        return Item(
          label: member.name, kind: isCall ? .method : .field, detail: member.signature,
          documentation: member.summary, text: isCall ? member.name + "(" : nil)
      }
  }

  /// Formats that people use, from the most common one on.
  private static let commonFormats = [
    ".1%", ".2%", ".0%", ",", ".2f", ".3f", ".1f", ".4f", ",.0f", ".3g", ".2e", "d", "+.2f", "05d",
    "x",
  ]

  private func formats(of text: String) -> [Item] {
    guard let schema = notebook.sketch?.schema,
      let type = try? Expression(parsing: text).type(in: schema)
    else { return [] }
    return Self.commonFormats.compactMap { format in
      guard let specification = try? FormatSpecification(parsing: format),
        specification.problem(with: type) == nil
      else { return nil }
      let sample = ValueText.value(of: text, results).flatMap { try? specification.format($0) }
      return Item(label: format, kind: .value, detail: sample ?? type.noun)
    }
  }

  private func item(_ step: SketchedStep) -> Item {
    Item(
      label: step.name, kind: .variable, detail: "\(step.kind.name) step",
      documentation: step.kind.declaration.documentation.summary)
  }

  // MARK: - Text

  private var frontMatterKeys: [Item] {
    FrontMatter.keys.map { Item(label: $0, kind: .property, text: $0 + ": ") }
  }

  private func address(_ prefix: String) -> (prefix: String, [Item]) {
    guard prefix.hasPrefix("#") else { return files(prefix) }
    return (
      String(prefix.dropFirst()),
      zip(notebook.mentions.anchors, notebook.layout.headings).map { anchor, heading in
        Item(label: anchor, kind: .reference, detail: heading.title)
      }
    )
  }

  /// The files and folders that a path could go on with.
  private func files(_ prefix: String) -> (prefix: String, [Item]) {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let begun = String(prefix.dropFirst(folder.count))
    let entries = FolderListing.entries(of: notebook.path(of: folder))
      .filter { !$0.name.hasPrefix(".") || begun.hasPrefix(".") }
    return (
      begun,
      entries.map { entry in
        Item(
          label: entry.name + (entry.isFolder ? "/" : ""), kind: entry.isFolder ? .folder : .file)
      }
    )
  }
}
