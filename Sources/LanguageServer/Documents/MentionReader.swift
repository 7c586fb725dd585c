import Expressions
import Notebook
import Plan

/// Finds what a notebook mentions: in values and claims here, in options and text in extensions.
struct MentionReader {
  let notebook: OpenNotebook
  /// The names of all steps.
  let names: Set<String>
  /// Of each sweep the steps in the names of its values.
  private let stepsInSweeps: [String: Set<String>]
  private(set) var all: [Mentions.Mention] = []
  private(set) var files: [Mentions.FilePath] = []
  /// The line that was asked for last: thousands of values may stand on one.
  private var lastLine: (number: Int, characters: [Character]) = (0, [])

  init(_ notebook: OpenNotebook) {
    self.notebook = notebook
    let steps = notebook.sketch?.steps ?? []
    names = Set(steps.map(\.name))
    let sweeps = steps.filter { $0.kind.name == Sweep.syntax.kind }
    stepsInSweeps = Dictionary(
      sweeps.map { ($0.name, Sweep.stepsInNames(of: $0.written)) }
    ) { first, _ in first }
  }

  mutating func add(_ mention: Mentions.Mention) { all.append(mention) }

  mutating func add(_ file: Mentions.FilePath) { files.append(file) }

  /// Adds a step at the place of its name, where that is known: of text that cannot be found again
  /// it is only known what it stands within.
  mutating func add(step name: String, at range: SourceRange) {
    guard range.start.line == range.end.line,
      range.end.column - range.start.column == name.count
    else { return }
    all.append(Mentions.Mention(subject: .step(name), range: range))
  }

  /// The characters of a line, counted from 1; none where there is no such line.
  mutating func characters(ofLine number: Int) -> [Character] {
    guard notebook.layout.lines.indices.contains(number - 1) else { return [] }
    if lastLine.number != number { lastLine = (number, Array(notebook.layout.lines[number - 1])) }
    return lastLine.characters
  }

  // MARK: - Steps

  mutating func addSteps() {
    guard let sketch = notebook.sketch else { return }
    var above: Set<String> = []
    for step in sketch.steps {
      let isUnnamed = step.written.nameRange == step.written.kindRange
      add(
        Mentions.Mention(
          subject: .step(step.name), range: step.written.nameRange, isDefinition: true,
          isUnnamed: isUnnamed))
      if step.written.syntax.body == .claims {
        for option in step.written.options { addClaim(option.value) }
      } else {
        addOptions(of: step, above)
      }
      above.insert(step.name)
    }
    for value in sketch.notebook.inlineValues {
      addExpression(value.expression) { value.places.range(of: $0) }
    }
    for reference in sketch.notebook.numberedReferences where names.contains(reference.name) {
      add(step: reference.name, at: reference.nameRange)
    }
  }

  // MARK: - Expressions

  private mutating func addClaim(_ value: OptionValue) {
    guard case .scalar(let text, _, let range) = value else { return }
    addExpression(text) { TextPlaces(range).range(of: $0) }
  }

  mutating func addExpression(_ text: String, _ place: (Range<Int>) -> SourceRange) {
    guard let expression = try? Expression(parsing: text) else { return }
    for (name, range) in expression.stepNames { add(step: name, at: place(range)) }
    // A notebook without a sweep is spared the walk.
    guard !stepsInSweeps.isEmpty else { return }
    for (path, range) in expression.memberNames {
      // The values of a run or a group, perhaps of the first or the last one of a list.
      let name = path.dropFirst(2).drop { $0 == "first" || $0 == "last" }
      guard name.count == 1, stepsInSweeps[path[0]]?.contains(name[name.startIndex]) ?? false
      else { continue }
      add(step: name[name.startIndex], at: place(range))
    }
  }
}
