import Expressions
import Results
import Testing

@Suite struct EvaluationTests {
  @Test(arguments: [
    ("train.parameters", "7960"),
    ("dev.accuracy", "0.822"),
    ("dev.accuracy.value", "0.822"),
    ("dev.accuracy.count", "822"),
    ("dev.accuracy.total", "1000"),
    // Where (0.822 - p)² = z² p (1 - p) / 1000, found by bisection.
    ("round(dev.accuracy.low, 7)", "0.7970732"),
    ("round(dev.accuracy.high, 7)", "0.8444624"),
    ("-dev.accuracy + 1 < 0.2", "yes"),
    ("train.accuracy - dev.accuracy < 0.03", "yes"),
    ("0.8 < dev.accuracy < 0.83 <= 0.83", "yes"),
    ("train.history[10 - 9].iteration", "10"),
    ("train.history[-1].loss", "0.5"),
    ("train.history.count", "3"),
    ("train.history.first.loss", "2.5"),
    ("train.history.last.loss", "0.5"),
    ("train.history.loss", "2.5, 1.5, 0.5"),
    ("train.history.loss.max", "2.5"),
    ("train.history.loss.min", "0.5"),
    ("train.history.loss.mean", "1.5"),
    ("train.history.accuracy.max == train.accuracy", "yes"),
    ("train.history.iteration.sum", "30"),
    ("dev.sizes.sum", "42000"),
    ("dev.empty.sum", "0"),
    ("dev.confusion.rank(0, 1)", "1"),
    ("dev.confusion.rank(1, 2)", "1"),
    ("dev.confusion.rank(0, 2)", "3"),
    ("dev.confusion.count(1, 2)", "3"),
    ("dev.confusion.total", "18"),
    ("dev.confusion.correct", "12"),
    ("dev.confusion.classes", "3"),
    ("dev.confusion.support(1)", "12"),
    ("dev.confusion.predicted(1)", "8"),
    ("dev.confusion.precision(1)", "0.875"),
    ("dev.confusion.recall(1).total", "12"),
    ("dev.confusion.f1(1)", "0.7"),
    ("dev.confusion.pairs[0].first-as-second", "1"),
    ("dev.confusion.pairs[1].second", "2"),
    ("dev.confusion.pairs.count", "3"),
    ("dev.model == 'wide' and \"a\" < 'b'", "yes"),
    ("dev.model.count", "4"),
    ("dev.converged", "yes"),
    ("not dev.converged or dev.accuracy > 0.9", "no"),
    ("min(train.accuracy, dev.accuracy)", "0.822"),
    ("min(train.history.loss)", "0.5"),
    ("max(train.history.accuracy) == train.accuracy.value", "yes"),
    ("sum(dev.sizes)", "42000"),
    ("sum(dev.empty)", "0"),
    ("mean(train.history.loss)", "1.5"),
    ("sd(train.history.loss)", "1.0"),
    ("sd(dev.sizes)", "28284.2712474619"),
    ("count(train.history)", "3"),
    ("count(dev.empty)", "0"),
    ("sqrt(2)", "1.4142135623730951"),
    ("sqrt(dev.sizes[1] - 999)", "1.0"),
    (#"'it\'s' == "it's""#, "yes"),
  ])
  func computes(text: String, expected: String) throws {
    let expression = try Expression(parsing: text)
    let type = try expression.type(in: Example.steps)
    let value = try expression.evaluate(in: Example.value)
    #expect(value.plainText == expected)
    #expect(value.conforms(to: type))
  }

  @Test(arguments: [
    ("train.parameters / (dev.sizes[0] - 41000)", 0..<41, "division by zero"),
    ("train.history[3].loss", 0..<16, "item 3 is not in a list of 3 items"),
    ("train.history[-4].loss", 0..<17, "item -4 is not in a list of 3 items"),
    ("dev.empty.first", 10..<15, "an empty list has no 'first'"),
    ("dev.empty.mean > 1", 10..<14, "an empty list has no 'mean'"),
    ("dev.empty.max > 1", 10..<13, "an empty list has no 'max'"),
    ("dev.confusion.rank(4, 9)", 14..<18, "class 4 is not among the 3 classes"),
    ("dev.confusion.recall(-1)", 14..<20, "class -1 is not among the 3 classes"),
    ("dev.confusion.rank(1, 1)", 14..<18, "a pair needs two classes, and both are 1"),
    ("1 + train.parameters ** 9", 4..<25, "the result of '**' is too large"),
    ("9223372036854775807 + 1", 0..<23, "the result of '+' is too large"),
    ("(-8) ** 0.5", 0..<11, "a negative number has no fractional power"),
    ("round(1e300)", 0..<12, "the result of 'round' is too large"),
    ("mean(dev.empty)", 0..<15, "an empty list has no 'mean'"),
    ("max(dev.empty)", 0..<14, "an empty list has no 'max'"),
    ("sd(dev.empty)", 0..<13, "'sd' takes at least 2 numbers"),
    ("sqrt(0 - 2)", 0..<11, "a negative number has no square root"),
    ("round(1.5, 400)", 0..<15, "rounding to 400 digits is out of range"),
  ])
  func tellsWhatCannotBeComputed(text: String, range: Range<Int>, message: String) throws {
    let expression = try Expression(parsing: text)
    _ = try expression.type(in: Example.steps)
    let error = #expect(throws: ExpressionError.self) {
      try expression.evaluate(in: Example.value)
    }
    #expect(error?.range == range)
    #expect(error?.message == message)
  }

  @Test(arguments: [
    ("dev.unseen", true), ("dev.unseen + 1", true), ("-dev.unseen", true),
    ("abs(dev.unseen)", true), ("dev.unseen < 1", true), ("0 < 1 < dev.unseen", true),
    ("1 < 0 < dev.unseen", false), ("not dev.unseen < 1", true),
    ("dev.unseen < 1 and dev.converged", true), ("dev.converged and dev.unseen < 1", true),
    ("dev.unseen < 1 or dev.converged", false), ("dev.converged or dev.unseen < 1", false),
    ("dev.unseen < 1 and not dev.converged", false),
    ("dev.confusion.precision(2)", false), ("dev.confusion.recall(2)", true),
    ("dev.confusion.recall(2).low > 0.5", true),
  ])
  func passesOnWhatIsUnknown(text: String, isUnknown: Bool) throws {
    let expression = try Expression(parsing: text)
    let type = try expression.type(in: Example.steps)
    let value = try expression.evaluate(in: Example.value)
    var found = false
    if case .unknown = value { found = true }
    #expect(found == isUnknown)
    #expect(value.conforms(to: type))
  }

  @Test func showsTheValuesBehindAClaim() throws {
    let text = "(dev.accuracy) - train.history[ -1 ].accuracy < 0.03 and dev.accuracy > 0.8"
    let evidence = try Expression(parsing: text).evidence(in: Example.value)
    #expect(evidence.map(\.expression) == ["dev.accuracy", "train.history[ -1 ].accuracy"])
    #expect(evidence.map(\.value.briefText) == ["0.822", "0.8366"])
  }

  @Test func namesTheStepsItRestsOn() throws {
    let names = try Expression(parsing: "train.loss < max(dev.unseen, train.loss)").stepNames
    #expect(names.map(\.name) == ["train", "dev", "train"])
    #expect(names.map(\.range) == [0..<5, 17..<20, 29..<34])
  }

  @Test func namesTheMembersItTakes() throws {
    let text = "max((all.best).dev.loss, all.runs[x.y].dev) + sd(b.at(1).c)"
    let names = try Expression(parsing: text).memberNames
    #expect(
      names.map { $0.path.joined(separator: ".") } == [
        "all.best", "all.best.dev", "all.best.dev.loss", "all.runs", "x.y", "all.runs.dev",
      ])
    #expect(names.map(\.range) == [9..<13, 15..<18, 19..<23, 29..<33, 36..<37, 39..<42])
  }

  @Test func toleratesStepsThatAreMissing() throws {
    let error = try #require(throws: ExpressionError.self) {
      try Expression(parsing: "1 + gone.accuracy").evaluate { _ in nil }
    }
    #expect(error.message == "'gone' has no value in this run")
    #expect(error.range == 4..<8)
  }
}
