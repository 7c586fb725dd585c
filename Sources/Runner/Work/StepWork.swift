import Plan
import Results

/// The work of a kind of step: from its inputs to what it yields.
protocol StepWork: Sendable {
  /// Whether the result tells the version of the program, so that another version has another one.
  var tellsVersion: Bool { get }

  /// Whether the result is written in the language of the notebook.
  var isInLanguage: Bool { get }

  /// Throws where the files of the step are wrong, as far as their headers and first rows tell.
  func expectReadableFiles(_ context: RunContext) throws

  func run(_ inputs: StepInputs) async throws -> Yield

  /// Makes what is handed on to later steps, where only the result was stored.
  func handOver(_ inputs: StepInputs) async throws -> HandOver

  /// What the step would go on from: stored work of another length.
  func resumption(_ inputs: StepInputs) -> Resumption?
}

extension StepWork {
  var tellsVersion: Bool { false }
  var isInLanguage: Bool { false }
  func expectReadableFiles(_ context: RunContext) throws {}
  func handOver(_ inputs: StepInputs) async throws -> HandOver { try await run(inputs).handOver }
  func resumption(_ inputs: StepInputs) -> Resumption? { nil }
}

/// What a step comes to: the result, and what later steps take over beside it.
struct Yield {
  let result: StepResult
  let handOver: HandOver

  init(_ result: StepResult, handOver: HandOver = .nothing) {
    self.result = result
    self.handOver = handOver
  }
}

extension StepResult {
  /// Throws where a value is not a number that can be written: nothing that follows would be one.
  func expectNumbers() throws {
    guard let field = values.first(where: { $0.value.hasLostNumber }) else { return }
    throw StepFailure("its value '\(field.name)' is not a number")
  }
}

/// What later steps take over and a report does not show; it is made again when it is needed.
enum HandOver: Sendable {
  case nothing
  /// Sets of examples, and the random draws that follow.
  case examples(any ExampleSource)
  case network(TrainedNetwork)
}

/// How far stored work has come that a step can go on from.
struct Resumption {
  let done: Int
  let end: Int
  /// What is counted, such as "iterations".
  let unit: String
  /// The option that says how far to go.
  let option: String
}

/// Finds the work of each kind of step.
struct WorkFinder: StepVisitor {
  typealias Result = any StepWork
}
