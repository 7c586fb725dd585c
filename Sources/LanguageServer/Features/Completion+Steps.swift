import Notebook
import Plan

// Kinds of steps, their options, and the values of these.

extension Completion {
  func kinds(_ fence: NotebookLayout.Fence) -> [Item] {
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

  func keys(_ fence: NotebookLayout.Fence, _ kind: StepKind) -> [Item] {
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

  func values(
    _ fence: NotebookLayout.Fence, _ kind: StepKind, _ key: String, _ words: [String],
    _ prefix: String, _ line: Int
  ) -> (prefix: String, [Item]) {
    let own = OptionLookup(kind, in: fence, notebook.layout.lines).option(key)
    guard let option = own ?? notebook.optionOfStep(key) else { return (prefix, []) }
    let choices = option.words(after: words).map {
      Item(label: $0, kind: .value, detail: option.key)
    }
    switch option.reference {
    case .nothing, .expressions, .optionsOfSteps, .nameInSweep, .markdown:
      return (prefix, choices)
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

  func nested(
    _ fence: NotebookLayout.Fence, _ kind: StepKind, _ key: String, _ prefix: String, _ line: Int
  ) -> (prefix: String, [Item]) {
    let option = OptionLookup(kind, in: fence, notebook.layout.lines).option(key)
    guard option?.reference == .optionsOfSteps else {
      return values(fence, kind, key, [], prefix, line)
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
}
