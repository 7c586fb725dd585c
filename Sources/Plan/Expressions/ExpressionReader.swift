package import Expressions
package import Notebook
import Results

/// Parses expressions of a notebook and types them by what its steps yield, noting every problem.
struct ExpressionReader {
  private let directory: StepDirectory
  private let schema: StepSchema
  /// Whether it is computed of runs, which have other options than the notebook says.
  private let isOfRuns: Bool
  private(set) var diagnostics: [Diagnostic] = []
  /// What another setting would make false.
  private(set) var warnings: [Diagnostic] = []

  /// Takes the steps of a notebook, and those of them that may be named.
  init(_ directory: StepDirectory, _ schema: StepSchema, isOfRuns: Bool = false) {
    self.directory = directory
    self.schema = schema
    self.isOfRuns = isOfRuns
  }

  /// An expression with its type.
  mutating func typed(_ text: String, at places: TextPlaces) -> (
    expression: Expression, type: ValueType
  )? {
    read(text, at: places) { [schema] expression throws(ExpressionErrors) in
      try expression.type(in: schema)
    }
  }

  /// An expression that is true or false.
  mutating func claim(_ text: String, at places: TextPlaces) -> Expression? {
    read(text, at: places) { [schema] expression throws(ExpressionErrors) in
      try expression.checkClaim(in: schema)
    }?.expression
  }

  /// A format, which must fit the type where that is known.
  mutating func format(_ text: String, at range: SourceRange, for type: ValueType?)
    -> FormatSpecification?
  {
    do throws(FormatError) {
      let format = try FormatSpecification(parsing: text)
      if let type, let problem = format.problem(with: type) { throw problem }
      return format
    } catch {
      diagnostics.append(Diagnostic(error.message, at: range, help: error.help))
      return nil
    }
  }

  /// The steps that an expression names.
  func steps(of expression: Expression) -> [StepID] {
    expression.stepNames.compactMap { name, _ in directory[name]?.id }
  }

  /// Parses an expression and applies `check` to it, noting every problem of either.
  private mutating func read<Result>(
    _ text: String, at places: TextPlaces,
    check: (Expression) throws(ExpressionErrors) -> Result
  ) -> (expression: Expression, type: Result)? {
    let expression: Expression
    do {
      expression = try Expression(parsing: text)
    } catch {
      diagnostics.append(Diagnostic(error, in: places))
      return nil
    }
    do {
      let result = try check(expression)
      let names = expression.numberedNames(in: schema)
      checkEntries(names.entries, at: places)
      if !isOfRuns { checkPlaces(names.places, at: places) }
      return (expression, result)
    } catch {
      diagnostics += error.errors.filter { !isOfBrokenStep($0) }.map { Diagnostic($0, in: places) }
      return nil
    }
  }

  /// Finds entries of histories that are not there, and those whose moment another setting moves.
  private mutating func checkEntries(_ entries: [HistoryEntryName], at places: TextPlaces) {
    for entry in entries {
      let range = places.range(of: entry.range)
      let declaration = entry.step.flatMap { directory[$0]?.declaration }
      let extent = (declaration as? any HistoryProvider)?.historyExtent
      if let (fact, help) = extent?.problem(with: entry.place) {
        diagnostics.append(Diagnostic(fact, at: range, help: help))
      } else if case .index(let index) = entry.place, index != 0, index != -1 {
        warnings.append(
          Diagnostic(
            "an entry of a history by its number, which is another moment of a longer training",
            at: range, help: "write .at(0.5) for half of the training, or .at(iteration: 250)",
            severity: .warning))
      }
    }
  }

  /// Finds items and classes that are not there.
  private mutating func checkPlaces(_ numbered: [NumberedPlace], at places: TextPlaces) {
    for place in numbered {
      let declaration = directory[place.step]?.declaration as? any CountedValues
      guard let count = declaration?.count(of: place.value, in: directory),
        let problem = place.problem(among: count)
      else { continue }
      diagnostics.append(Diagnostic(problem, in: places))
    }
  }

  /// Whether a missing value may be there once its step is mended: its options say what it yields.
  private func isOfBrokenStep(_ error: ExpressionError) -> Bool {
    guard case .unknownMember(_, _, let name?, _) = error.problem,
      let entry = directory[name], entry.declaration == nil
    else { return false }
    return switch entry.kind.declaration.yields {
    case .always: false
    case .byOptions: true
    }
  }
}

extension Diagnostic {
  /// What is wrong with an expression, at its characters.
  package init(_ error: ExpressionError, in places: TextPlaces) {
    self.init(
      error.message, at: places.range(of: error.range), help: error.help,
      misspelling: error.misspelling.map { Misspelling($0.name, meant: $0.meant) })
  }
}
