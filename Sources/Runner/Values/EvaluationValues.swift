import Language
import Results

/// The readings of a set of labelled examples, and what follows from them.
struct Evaluation {
  /// Class by class, from 0; as many as there are examples.
  let truth: [Int]
  let predicted: [Int]
  /// The network's probability of each reading.
  let probability: [Double]
  /// Mean cross-entropy in nats.
  let loss: Double
  let confusion: ConfusionMatrix
  let accuracy: Proportion

  /// `nil` where there is no example.
  init?(
    truth: [Int], predicted: [Int], probability: [Double], loss: Double, classes: Int,
    names: [String]?
  ) {
    confusion = ConfusionMatrix(
      classes: classes, truth: truth, predicted: predicted, names: names)
    guard let accuracy = Proportion(count: confusion.correct, of: truth.count) else { return nil }
    self.accuracy = accuracy
    self.truth = truth
    self.predicted = predicted
    self.probability = probability
    self.loss = loss
  }

  /// The values of an evaluate step, with all misread examples or the first few.
  func values(listing listed: Int? = nil) -> [Field] {
    [
      Field("accuracy", .proportion(accuracy)),
      Field("loss", .number(loss)),
      Field("examples", .integer(accuracy.total)),
      Field("errors", .integer(accuracy.total - accuracy.count)),
      Field("confusion", .confusion(confusion)),
      Field("per-class", .list((0..<confusion.classes).map(classRecord))),
      Field("macro-f1", macroF1),
      Field("confused", .list(confusion.pairs.prefix(10).map(pairRecord))),
      Field("misclassified", .list(misclassified(listed ?? .max))),
      Field("reliability", .list(tenths.map(\.record))),
      Field("calibration-error", .number(calibrationError)),
    ]
  }

  private func classRecord(_ c: Int) -> Value {
    let name = confusion.name(c)
    return .record([
      Field("class", .integer(c)),
      Field("name", .text(name)),
      Field("support", .integer(confusion.support(c))),
      Field("precision", number(confusion.precision(c)?.value, "nothing was read as \(name)")),
      Field("recall", number(confusion.recall(c)?.value, "there is no \(name) in the set")),
      Field("f1", number(confusion.f1(c), "there is no \(name), and nothing was read as one")),
    ])
  }

  private var macroF1: Value {
    let scores = (0..<confusion.classes).compactMap(confusion.f1)
    return scores.isEmpty
      ? .unknown(because: "there is no class") : .number(scores.reduce(0, +) / Double(scores.count))
  }

  private func misclassified(_ most: Int) -> [Value] {
    truth.indices.filter { truth[$0] != predicted[$0] }.prefix(most).map { index in
      .record([
        Field("index", .integer(index)),
        Field("label", .integer(truth[index])),
        Field("predicted", .integer(predicted[index])),
        Field("probability", .number(probability[index])),
      ])
    }
  }

  private func pairRecord(_ pair: ConfusionMatrix.Pair) -> Value {
    .record([
      Field("first", .integer(pair.first)),
      Field("second", .integer(pair.second)),
      Field("first-name", .text(confusion.name(pair.first))),
      Field("second-name", .text(confusion.name(pair.second))),
      Field("count", .integer(pair.count)),
      Field("first-as-second", .integer(pair.firstAsSecond)),
      Field("second-as-first", .integer(pair.secondAsFirst)),
    ])
  }

  private func number(_ value: Double?, _ reason: String) -> Value {
    value.map(Value.number) ?? .unknown(because: reason)
  }
}

extension Evaluation {
  /// Precision, recall and F1 of each class, of as many as a table shows.
  func classTable(_ caption: Words) -> StepTable {
    let shown = min(confusion.classes, StepTable.mostClasses)
    return StepTable(
      caption: caption.first(shown, of: confusion.classes),
      columns: [
        .init("class", confusion.names == nil ? .right : .left), .init("images"),
        .init("precision"), .init("recall"), .init("F1"),
      ],
      rows: (0..<shown).map { c in
        [
          confusion.name(c), grouped(confusion.support(c)), percent(confusion.precision(c)?.value),
          percent(confusion.recall(c)?.value), percent(confusion.f1(c)),
        ].map { .text($0) }
      })
  }

  /// The most confused pairs of classes.
  func confusedTable(_ caption: Words) -> StepTable {
    StepTable(
      caption: caption,
      columns: [
        .init("pair", .left), .init("times"), .init("first read as second"),
        .init("second read as first"),
      ],
      rows: confusion.pairs.prefix(5).filter { $0.count > 0 }.map { pair in
        [
          "\(confusion.name(pair.first)) and \(confusion.name(pair.second))",
          .text(grouped(pair.count)), .text(grouped(pair.firstAsSecond)),
          .text(grouped(pair.secondAsFirst)),
        ]
      })
  }
}
