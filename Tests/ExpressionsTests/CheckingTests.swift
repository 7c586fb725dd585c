import Expressions
import Results
import Testing

@Suite struct CheckingTests {
  @Test(arguments: [
    ("tarin.loss", 0..<5, "no step is called 'tarin'", "did you mean 'train'?"),
    ("model.loss", 0..<5, "no step is called 'model'", "the steps are train, dev, plot-2"),
    ("dev.acc", 4..<7, "'dev' has no member 'acc'", "did you mean 'accuracy'?"),
    ("train.params", 6..<12, "'train' has no member 'params'", "did you mean 'parameters'?"),
    ("avg(train.history.loss)", 0..<3, "no function is called 'avg'", "did you mean 'mean'?"),
    ("dev.acuracy", 4..<11, "'dev' has no member 'acuracy'", "did you mean 'accuracy'?"),
    (
      "train.speed", 6..<11, "'train' has no member 'speed'",
      "the members are accuracy, loss, parameters, history"
    ),
    (
      "dev.accuracy.mean", 13..<17, "a proportion has no member 'mean'",
      "the members are value, low, high, count, total"
    ),
    (
      "train.loss-dev.loss", 6..<14, "'train' has no member 'loss-dev'",
      "to subtract, write spaces around the minus sign: loss - dev"
    ),
    (
      "train-dev", 0..<9, "no step is called 'train-dev'",
      "to subtract, write spaces around the minus sign: train - dev"
    ),
    (
      "train.parameters-1", 6..<18, "'train' has no member 'parameters-1'",
      "to subtract, write spaces around the minus sign: parameters - 1"
    ),
    ("plot-2.loss", 7..<11, "'plot-2' has no member 'loss'", "'plot-2' yields no values"),
    (
      "train.history[0].speed", 17..<22, "a record has no member 'speed'",
      "the members are iteration, accuracy, loss"
    ),
    ("train.loss.low", 11..<14, "a number has no member 'low'", "a number stands for itself"),
    (
      "dev.confusion.rank", 14..<18, "'rank(a, b)' is a method and needs its arguments",
      "write 'rank(a, b)'"
    ),
    (
      "dev.confusion.rank(4)", 14..<18, "'rank(a, b)' is given 1 argument",
      "write 'rank(a, b)'"
    ),
    ("dev.confusion.rank(1.5, 1)", 19..<22, "'rank(a, b)' takes an integer, not a number", nil),
    (
      "dev.accuracy(1)", 4..<12, "'accuracy' is a value, not a method",
      "write 'accuracy' without parentheses"
    ),
    (
      "dev.confusion.ranks(1, 2)", 14..<19, "a confusion matrix has no member 'ranks'",
      "did you mean 'rank'?"
    ),
    (
      "log(2)", 0..<3, "no function is called 'log'",
      "the functions are abs, round, sqrt, min, max, sum, mean, sd, count"
    ),
    ("rond(2)", 0..<4, "no function is called 'rond'", "did you mean 'round'?"),
    (
      "mean(train.loss)", 5..<15, "'mean(list)' takes a list of numbers, not a number", nil
    ),
    (
      "sd(train.history)", 3..<16, "'sd(list)' takes a list of numbers, not a list of records",
      nil
    ),
    ("sqrt(dev.sizes)", 5..<14, "'sqrt(x)' takes a number, not a list of integers", nil),
    ("max(2)", 0..<3, "'max(a, b, …)' is given 1 argument", "write 'max(a, b, …)'"),
    ("round(1.5, 0.5)", 11..<14, "'round(x, digits)' takes an integer, not a number", nil),
    ("abs('x')", 4..<7, "'abs(x)' takes a number, not text", nil),
    (
      "dev.model < 1", 0..<13, "text cannot be compared with an integer",
      "compare numbers with numbers, text with text"
    ),
    ("dev.converged < true", 0..<20, "a yes or no has no order", "use == or !="),
    ("dev.model + 1", 0..<9, "'+' takes a number, not text", nil),
    ("1 and true", 0..<1, "'and' takes a yes or no, not an integer", nil),
    ("not train.loss", 4..<14, "'not' takes a yes or no, not a number", nil),
    (
      "dev + 1", 0..<3, "'+' takes a number, not a record",
      "name one of its members: accuracy, confusion, model, converged, sizes, empty, unseen"
    ),
    ("train.loss[0]", 0..<10, "a number has no items", nil),
    ("train.history['a']", 14..<17, "'[ ]' takes an integer, not text", nil),
    ("train.history[0.5]", 14..<17, "'[ ]' takes an integer, not a number", nil),
    ("train.loss / 0", 13..<14, "division by zero", nil),
    ("train.loss % -0.0", 13..<17, "division by zero", nil),
    (
      "train.history.max > 1", 14..<17, "a list of records has no member 'max'",
      "the members are count, first, last, at(share), iteration, accuracy, loss"
    ),
  ])
  func findsItBeforeAnythingIsComputed(
    text: String, range: Range<Int>, message: String, help: String?
  ) throws {
    let expression = try Expression(parsing: text)
    let errors = try #require(throws: ExpressionErrors.self) {
      try expression.type(in: Example.steps)
    }
    #expect(errors.errors.count == 1)
    #expect(errors.errors.first?.range == range)
    #expect(errors.errors.first?.message == message)
    #expect(errors.errors.first?.help == help)
  }

  @Test func findsEverythingAtOnce() throws {
    let text = "tarin.loss < dev.acuracy and dev.model + log(1) > train.loss / 0"
    let errors = try #require(throws: ExpressionErrors.self) {
      try Expression(parsing: text).type(in: Example.steps)
    }
    #expect(
      errors.errors.map(\.message) == [
        "no step is called 'tarin'", "'dev' has no member 'acuracy'",
        "'+' takes a number, not text", "no function is called 'log'", "division by zero",
      ])
  }

  @Test func wantsClaimsToBeTrueOrFalse() throws {
    try Expression(parsing: "dev.accuracy > 0.8").checkClaim(in: Example.steps)
    let errors = try #require(throws: ExpressionErrors.self) {
      try Expression(parsing: "dev.accuracy").checkClaim(in: Example.steps)
    }
    #expect(
      errors.errors.map(\.message) == ["a claim must be true or false, and this is a proportion"])
    #expect(errors.errors.map(\.range) == [0..<12])
  }

  /// What the documentation prints is what expressions take.
  @Test func documentsEveryMember() {
    #expect(BuiltInMember.all.allSatisfy { $0.summary.hasSuffix(".") })
    #expect(
      BuiltInMember.all.filter { $0.receiver == .confusion }.map(\.signature) == [
        "classes", "total", "correct", "count(true, predicted)", "support(class)",
        "predicted(class)", "precision(class)", "recall(class)", "f1(class)", "rank(a, b)",
        "pairs",
      ])
    #expect(
      BuiltInFunction.all.map(\.signature) == [
        "abs(x)", "round(x, digits)", "sqrt(x)", "min(a, b, …)", "max(a, b, …)", "sum(list)",
        "mean(list)", "sd(list)", "count(list)",
      ])
  }
}
