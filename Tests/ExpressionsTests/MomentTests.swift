import Expressions
import Results
import Testing

/// Moments of a training, by which entries of its history are found.
@Suite struct MomentTests {
  /// A training of 100 iterations whose history ends at 90.
  private static func value(of step: String) -> Value? {
    .record([
      Field("iterations", .integer(100)),
      Field(
        "history",
        .list((0..<10).map { .record([Field("iteration", .integer(10 * $0))]) })),
      Field("none", .list([])),
    ])
  }

  private static let schema: StepSchema = [
    .init(
      "train",
      .record([
        .init("iterations", .integer, ""),
        .init("history", .list(.record([.init("iteration", .integer, "")])), ""),
        .init("none", .list(.record([.init("iteration", .integer, "")])), ""),
      ]), "")
  ]

  @Test(arguments: [
    ("at(0)", 0), ("at(0.5)", 50), ("at(1)", 90), ("at(0.44)", 40), ("at(0.46)", 50),
    ("at(0.45)", 40), ("at(1 / 2)", 50), ("at(iteration: 30)", 30),
    ("at(iteration: train.iterations // 2)", 50), ("first", 0), ("last", 90),
  ])
  func entries(_ moment: String, _ iteration: Int) throws {
    let expression = try Expression(parsing: "train.history.\(moment).iteration")
    #expect(try expression.type(in: Self.schema) == .integer)
    #expect(try expression.evaluate(in: Self.value) == .integer(iteration))
    #expect(expression.evidence(in: Self.value).contains { $0.expression == expression.text })
  }

  @Test(arguments: [
    ("at(iteration: 35)", "the history has no entry at iteration 35", "the nearest are 30 and 40"),
    ("at(iteration: 95)", "the history has no entry at iteration 95", "the nearest is 90"),
    ("at(train.iterations)", "a share of a training is a number from 0 to 1", "write at(0.5)"),
  ])
  func missing(_ moment: String, _ message: String, _ help: String) throws {
    let expression = try Expression(parsing: "train.history.\(moment)")
    _ = try expression.type(in: Self.schema)
    let error = #expect(throws: ExpressionError.self) { try expression.evaluate(in: Self.value) }
    #expect(error?.message == message)
    #expect(error?.help?.hasPrefix(help) == true)
  }

  @Test(arguments: [
    ("train.history.at(2)", "a share of a training is a number from 0 to 1"),
    ("train.history.at(epoch: 2)", "no argument is called 'epoch' here"),
    ("train.history.at('a')", "'at(share)' takes a number, not text"),
    ("train.history.at(iteration: 0.5)", "'at(share)' takes an integer, not a number"),
    ("train.history.at()", "'at(share)' is given 0 arguments"),
    ("train.history.at", "'at(share)' is a method and needs its arguments"),
    ("abs(x: 1)", "no argument is called 'x' here"),
    ("train.history.iteration.at(0.5)", "a list of integers has no member 'at'"),
  ])
  func mistakes(_ text: String, _ message: String) throws {
    let expression = try Expression(parsing: text)
    let errors = #expect(throws: ExpressionErrors.self) { try expression.type(in: Self.schema) }
    #expect(errors?.errors.map(\.message) == [message])
  }

  @Test("An empty history has no moments")
  func empty() throws {
    let expression = try Expression(parsing: "train.none.at(0.5)")
    let error = #expect(throws: ExpressionError.self) { try expression.evaluate(in: Self.value) }
    #expect(error?.message == "an empty list has no 'at'")
  }

  @Test("Entries that are named by numbers are found, each with its step and place")
  func named() throws {
    let text = "train.history[25].iteration + train.history.at(iteration: 7).iteration"
    let entries = try Expression(parsing: text).numberedNames(in: Self.schema).entries
    #expect(entries.map(\.step) == ["train", "train"])
    #expect(entries.map(\.place) == [.index(25), .iteration(7)])
    #expect(entries.map(\.range) == [0..<17, 47..<59])
  }
}
