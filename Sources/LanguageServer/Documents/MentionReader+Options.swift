import Notebook
import Plan

extension MentionReader {
  /// Adds what the options of a step name.
  ///
  /// - Parameter above: the names of the steps above it.
  mutating func addOptions(of step: SketchedStep, _ above: Set<String>) {
    let lines = notebook.layout.lines
    guard let fence = notebook.layout.fence(at: step.written.range.start.line) else { return }
    let lookup = OptionLookup(step.kind, in: fence, lines)
    for option in step.written.options {
      guard let reference = lookup.option(option.key)?.reference else { continue }
      add(option.value, reference, above)
    }
  }

  private mutating func add(
    _ value: OptionValue, _ reference: OptionReference, _ above: Set<String>
  ) {
    switch value {
    case .list(let elements, _): for element in elements { add(element, reference, above) }
    case .mapping(let options, _):
      for option in options {
        // The name of a variant may be that of a step.
        guard reference == .optionsOfSteps, option.key.contains(".") else {
          add(option.value, reference, above)
          continue
        }
        addLeading(option.key, option.keyRange)
        let varied = notebook.optionOfStep(option.key)?.reference ?? .nothing
        add(option.value, varied, above)
      }
    case .scalar(let text, let isQuoted, let range):
      switch reference {
      case .nothing, .optionsOfSteps: break
      case .step:
        // A set of examples comes before a step further down that is called as it is.
        let isSet = ExampleSetName.all.contains { $0.name == text }
        if !isSet || above.contains(text) { addLeading(text, range) }
      case .set, .nameInSweep: if text.contains(".") { addLeading(text, range) }
      case .path: add(Mentions.FilePath(path: text, range: range))
      case .markdown: addText(in: range)
      case .expressions: addMeasure(text, isQuoted, range)
      }
    }
  }

  /// A measure: an expression, perhaps behind the word that says which end is the best.
  private mutating func addMeasure(_ text: String, _ isQuoted: Bool, _ range: SourceRange) {
    let quote = isQuoted ? 1 : 0
    // A word alone is the name of a measure. With escapes in it, or on two lines, it is not known
    // where what stands.
    guard text.contains("."), range.start.line == range.end.line,
      range.end.column - range.start.column == text.count + 2 * quote
    else { return }
    let skipped = ["lowest ", "highest "].first(where: text.hasPrefix)?.count ?? 0
    let start = range.start.advanced(by: quote + skipped)
    let places = TextPlaces(SourceRange(start, range.end.advanced(by: -quote)))
    addExpression(String(text.dropFirst(skipped))) { places.range(of: $0) }
  }

  /// The name of a step at the beginning of a value, before its dot.
  private mutating func addLeading(_ text: String, _ range: SourceRange) {
    let name = String(text.prefix { $0 != "." })
    guard names.contains(name) else { return }
    let line = characters(ofLine: range.start.line)
    // It may stand in quotes.
    for start in range.start.column - 1...range.start.column
    where start + name.count <= line.count && String(line[start..<start + name.count]) == name {
      add(
        step: name,
        at: SourceRange(line: range.start.line, column: start + 1, length: name.count))
      return
    }
  }
}
