package import Expressions
package import Files
package import Notebook
package import Results

/// A notebook made ready to run: typed steps, their inputs, and every inline value resolved.
package struct Plan: Sendable {
  package let notebook: Notebook
  package let overrides: Overrides
  /// The seed of every random draw.
  package let seed: UInt32
  /// The language of the prose, as a tag.
  package var language: String { notebook.frontMatter.language }
  /// The steps in the order of the notebook, which is the order they run in.
  package let steps: [PlannedStep]
  /// One for each inline value of the notebook, in its order.
  package let inlineValues: [PlannedValue]
  /// What may be otherwise than it was meant, in the order of the text.
  package private(set) var warnings: [Diagnostic]
  /// Where the steps and the prose may read files.
  package let readable: ReadableFolders
  /// The files and folders that the steps read, as their options name them.
  package var inputPaths: [String] {
    steps.flatMap { $0.declaration.inputFiles.flatMap(\.named).map(\.path) }
  }

  /// An inline value that is known to have a value of a type that its format fits.
  package struct PlannedValue: Sendable {
    package let id: InlineValueID
    package let expression: Expression
    /// Where the expression stands.
    package let places: TextPlaces
    package let format: FormatSpecification?
    /// The steps that it names.
    package let steps: [StepID]
  }

  /// Reads a notebook's file and plans its run.
  ///
  /// - Parameter allowed: folders beside the notebook's project out of which it may read files.
  /// - Throws: `NotebookFileError` where the file is not text that can be read, and
  ///   `NotebookProblems` with everything that is wrong with the text and the plan at once.
  package init(
    contentsOf path: String, overrides: Overrides = .none, allowed: [String] = []
  ) throws {
    try self.init(SourceFile(contentsOf: path), overrides: overrides, allowed: allowed)
  }

  /// Reads a notebook's text and plans its run; throws everything that is wrong with either.
  ///
  /// - Parameter joinsRepeats: whether a mistake that is made again and again is told once.
  package init(
    _ source: SourceFile, overrides: Overrides = .none, allowed: [String] = [],
    joinsRepeats: Bool = true
  ) throws(NotebookProblems) {
    let notebook: Notebook
    do {
      notebook = try Notebook(source: source, stepKinds: StepKind.syntaxes)
    } catch {
      guard let remainder = error.remainder else { throw error }
      throw error.joined(with: Self.problems(of: remainder, overrides, allowed, joinsRepeats))
    }
    try self.init(
      notebook, overrides: overrides, allowed: allowed, joinsRepeats: joinsRepeats)
  }

  private static func problems(
    of notebook: Notebook, _ overrides: Overrides, _ allowed: [String], _ joinsRepeats: Bool
  ) -> [Diagnostic] {
    do {
      _ = try Plan(notebook, overrides: overrides, allowed: allowed, joinsRepeats: joinsRepeats)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// Plans a run; throws everything that is wrong with the notebook or the overrides at once.
  ///
  /// - Parameters:
  ///   - allowed: folders beside the notebook's project out of which it may read files.
  ///   - joinsRepeats: whether a mistake that is made again and again is told once.
  package init(
    _ notebook: Notebook, overrides: Overrides = .none, allowed: [String] = [],
    joinsRepeats: Bool = true
  ) throws(NotebookProblems) {
    var planning = Planning(
      notebook: notebook, overrides: overrides,
      readable: ReadableFolders(notebookFolder: notebook.folder, allowed: allowed))
    let steps = planning.steps()
    let values = planning.inlineValues()
    guard planning.diagnostics.isEmpty else {
      let found = (planning.diagnostics + planning.warnings).sortedByPlace()
      throw NotebookProblems(
        source: notebook.source, diagnostics: joinsRepeats ? found.joiningRepeats() : found,
        remainder: notebook)
    }
    self.init(
      notebook, overrides, steps, values, readable: planning.readable,
      warnings: planning.warnings)
  }

  /// A plan of steps that are ready, each after those that it takes something of.
  ///
  /// - Parameter warnings: what was found beside the notebook's own.
  package init(
    _ notebook: Notebook, _ overrides: Overrides, _ steps: [PlannedStep],
    _ values: [PlannedValue], readable: ReadableFolders? = nil, warnings: [Diagnostic] = []
  ) {
    self.notebook = notebook
    self.overrides = overrides
    seed = overrides.seed ?? notebook.frontMatter.seed
    self.steps = steps
    inlineValues = values
    self.warnings = (notebook.warnings + warnings).sortedByPlace()
    self.readable = readable ?? ReadableFolders(notebookFolder: notebook.folder)
  }

  /// Takes in what is found beside what the plan knows of, such as files that are not there.
  package mutating func warn(_ found: [Diagnostic]) {
    warnings = (warnings + found).sortedByPlace()
  }

  /// The step of the notebook that has a name.
  package func step(named name: String) -> PlannedStep? {
    steps.first { $0.id == StepID(name) }
  }
}
