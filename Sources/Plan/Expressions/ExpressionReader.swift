package import Expressions
package import Notebook
import Results

/// Parses expressions of a notebook and types them by what its steps yield, noting every problem.
struct ExpressionReader {
  private let directory: StepDirectory
  private let schema: StepSchema
  private(set) var diagnostics: [Diagnostic] = []

  /// Takes the steps of a notebook, and those of them that may be named.
  init(_ directory: StepDirectory, _ schema: StepSchema) {
    self.directory = directory
    self.schema = schema
  }

  /// An expression with its type.
  mutating func typed(_ text: String, at range: SourceRange) -> (
    expression: Expression, type: ValueType
  )? {
    read(text, at: range) { [schema] expression throws(ExpressionErrors) in
      try expression.type(in: schema)
    }
  }

  /// An expression that is true or false.
  mutating func claim(_ text: String, at range: SourceRange) -> Expression? {
    read(text, at: range) { [schema] expression throws(ExpressionErrors) in
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
    _ text: String, at range: SourceRange,
    check: (Expression) throws(ExpressionErrors) -> Result
  ) -> (expression: Expression, type: Result)? {
    let expression: Expression
    do {
      expression = try Expression(parsing: text)
    } catch {
      diagnostics.append(Diagnostic(error, in: range))
      return nil
    }
    do {
      return (expression, try check(expression))
    } catch {
      diagnostics += error.errors.filter { !isOfBrokenStep($0) }.map { Diagnostic($0, in: range) }
      return nil
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
  /// What is wrong with an expression that stands at `range`, at its characters.
  package init(_ error: ExpressionError, in range: SourceRange) {
    let start = range.start.advanced(by: error.range.lowerBound)
    self.init(
      error.message,
      at: SourceRange(
        line: start.line, column: start.column, length: max(1, error.range.count)),
      help: error.help)
  }
}
