import Expressions
import Notebook
import Plan
import Publishing

/// A text that is open in an editor, and what is known of it.
///
/// It stays within the server's thread.
final class OpenNotebook {
  let uri: String
  let source: SourceFile
  let version: Int?
  let layout: NotebookLayout
  let places: ProtocolPlaces
  /// What is wrong with it; nothing of a text that is no notebook.
  let diagnostics: [Diagnostic]
  /// What it can be run as; `nil` where something is wrong with it.
  let plan: Plan?
  /// What is known of its steps: of an older text where nothing can be known of this one.
  let sketch: PlanSketch?
  /// What the last run of this very text found.
  var findings: [Diagnostic] = []
  /// Every mention of something that is defined somewhere, found when it is first asked for.
  private(set) lazy var mentions = Mentions(self)

  init(
    uri: String, path: String, text: String, version: Int?, allowed: [String],
    before: OpenNotebook? = nil
  ) {
    let source = SourceFile(path: path, text: text)
    let layout = NotebookLayout(source.lines)
    self.uri = uri
    self.source = source
    self.version = version
    self.layout = layout
    places = ProtocolPlaces(source)
    // Other Markdown is none of Daybook's business.
    guard layout.isNotebook else {
      (plan, sketch, diagnostics) = (nil, nil, [])
      return
    }
    do {
      let plan = try Plan(publishing: source, allowed: allowed, joinsRepeats: false)
      self.plan = plan
      sketch = PlanSketch(plan)
      diagnostics = plan.warnings
    } catch {
      plan = nil
      diagnostics = error.diagnostics
      sketch =
        (error.remainder ?? Self.remainder(of: source, layout)).map(PlanSketch.init)
        ?? before?.sketch
    }
  }

  /// What can be read of a text in which the end of a step is missing.
  private static func remainder(of source: SourceFile, _ layout: NotebookLayout) -> Notebook? {
    guard let mended = layout.mended else { return nil }
    do {
      return try Notebook(
        source: SourceFile(path: source.path, text: mended), stepKinds: StepKind.syntaxes)
    } catch {
      return error.remainder
    }
  }

  private lazy var stepsByName = Dictionary(
    (sketch?.steps ?? []).map { ($0.name, $0) }
  ) { first, _ in first }

  func step(named name: String) -> SketchedStep? { stepsByName[name] }

  /// The option that is written with the name of its step: `train.layers`.
  func optionOfStep(_ key: String) -> OptionDocumentation? {
    guard let dot = key.lastIndex(of: "."), let step = step(named: String(key[..<dot])) else {
      return nil
    }
    let name = key[key.index(after: dot)...]
    return step.kind.declaration.documentation.options.first { $0.key == name }
  }

  /// The steps that an expression names.
  func steps(in expression: String) -> [SketchedStep] {
    ((try? Expression(parsing: expression))?.stepNames ?? []).compactMap { step(named: $0.name) }
  }

  /// The step that a line belongs to.
  func step(at line: Int) -> SketchedStep? {
    sketch?.steps.first { ($0.written.range.start.line...$0.written.range.end.line).contains(line) }
  }

  /// The steps above a line.
  func steps(above line: Int) -> [SketchedStep] {
    sketch?.steps.filter { $0.written.range.start.line < line } ?? []
  }

  /// The path of a file as the notebook names it, from the root, without "." and "..".
  func path(of written: String) -> String {
    let folder = source.path.lastIndex(of: "/").map { String(source.path[..<$0]) } ?? ""
    let whole = written.hasPrefix("/") ? written : folder + "/" + written
    var names: [Substring] = []
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }
}
