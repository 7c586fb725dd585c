import Language
import Results
import Statistics

/// Two models on the same examples: who is right where the other is wrong.
struct ComparedPair {
  private let first: JudgedExamples
  private let second: JudgedExamples
  private let shares: PairedShares
  private let bothWrong: Int
  /// The first examples that one alone reads correctly, with what the other reads.
  private let firstAlone: [Example]
  private let secondAlone: [Example]
  let p: Double
  /// Corrected for the number of pairs.
  var adjustedP: Double

  private struct Example {
    let index: Int
    let label: Int
    let predicted: Int

    var record: Value {
      .record([
        Field("index", .integer(index)), Field("label", .integer(label)),
        Field("predicted", .integer(predicted)),
      ])
    }
  }

  init(_ first: JudgedExamples, _ second: JudgedExamples, shown: Int) throws {
    let onlyFirst = second.misread.keys.filter { first.misread[$0] == nil }
    let onlySecond = first.misread.keys.filter { second.misread[$0] == nil }
    guard
      let shares = PairedShares(
        total: first.total, onlyFirst: onlyFirst.count, onlySecond: onlySecond.count)
    else { throw StepFailure("there are no examples to compare on", option: "of") }
    self.first = first
    self.second = second
    self.shares = shares
    bothWrong = second.misread.count - onlyFirst.count
    firstAlone = Self.examples(onlyFirst, misreadBy: second, shown)
    secondAlone = Self.examples(onlySecond, misreadBy: first, shown)
    p = shares.exactP
    adjustedP = p
  }

  private static func examples(_ indices: [Int], misreadBy other: JudgedExamples, _ most: Int)
    -> [Example]
  {
    indices.sorted().prefix(most).compactMap { index in
      other.misread[index].map {
        Example(index: index, label: $0.label, predicted: $0.predicted)
      }
    }
  }

  /// What is said of the first: that it is better or worse only where that is not chance.
  private var verdict: Words {
    guard adjustedP < 0.05 else { return "not told apart" }
    return shares.difference > 0 ? "better" : "worse"
  }

  // MARK: - Values and rows

  var names: [Field] { [Field("first", .text(first.name)), Field("second", .text(second.name))] }

  var fields: [Field] {
    [
      Field("difference", .number(shares.difference)),
      Field("low", .number(shares.interval.lowerBound)),
      Field("high", .number(shares.interval.upperBound)),
      Field(
        "both-right",
        .integer(shares.total - shares.onlyFirst - shares.onlySecond - bothWrong)),
      Field("only-first", .integer(shares.onlyFirst)),
      Field("only-second", .integer(shares.onlySecond)),
      Field("both-wrong", .integer(bothWrong)),
      Field("p", .number(p)),
      Field("adjusted-p", .number(adjustedP)),
      Field("verdict", .text("\(verdict)")),
      Field("first-alone", .list(firstAlone.map(\.record))),
      Field("second-alone", .list(secondAlone.map(\.record))),
    ]
  }

  var row: [Words] {
    let interval = shares.interval
    return [
      .text(first.name), .text(second.name), .text(Self.points(shares.difference)),
      "\(Self.points(interval.lowerBound)) to \(Self.points(interval.upperBound))",
      .text(grouped(shares.onlyFirst)), .text(grouped(shares.onlySecond)),
      .text(Self.text(ofP: adjustedP)), verdict,
    ]
  }

  /// Whether classes have other names than their numbers.
  var hasNames: Bool { first.hasNames }

  var exampleRows: [[Words]] {
    func rows(_ examples: [Example], _ right: JudgedExamples) -> [[Words]] {
      examples.map { example in
        [
          first.name, second.name, "\(example.index)", first.name(of: example.label), right.name,
          first.name(of: example.predicted),
        ].map { .text($0) }
      }
    }
    return rows(firstAlone, first) + rows(secondAlone, second)
  }

  /// A share in hundredths, with its sign.
  private static func points(_ share: Double) -> String {
    let text = DecimalText.fixed(share * 100, digits: 2)
    return share > 0 ? "+" + text : text
  }

  private static func text(ofP p: Double) -> String {
    p < 0.0001 ? "<0.0001" : DecimalText.fixed(p, digits: 4)
  }
}
