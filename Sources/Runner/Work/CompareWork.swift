import Language
import Plan
import Results
import Statistics

extension WorkFinder {
  func visit(_ compare: Compare) -> any StepWork { CompareWork(compare: compare) }
}

/// Compares what evaluated models read rightly, example by example.
struct CompareWork: StepWork {
  let compare: Compare

  func run(_ inputs: StepInputs) async throws -> Yield {
    let judged = try compare.evaluations.map { id in
      try JudgedExamples(id.name, try inputs.result(of: id))
    }
    let total = judged.first?.total ?? 0
    guard judged.allSatisfy({ $0.total == total }) else {
      throw StepFailure("the models were not judged on the same examples", option: "of")
    }
    var pairs = try compare.pairs.map { pair in
      try ComparedPair(judged[pair.first], judged[pair.second], shown: compare.shown)
    }
    for (place, p) in holm(pairs.map(\.p)).enumerated() { pairs[place].adjustedP = p }
    let values: [Field] = [
      Field("examples", .integer(total)),
      Field("models", .list(judged.map(\.record))),
      Field("pairs", .list(pairs.map { .record($0.names + $0.fields) })),
    ]
    return Yield(
      StepResult(
        values: values + (judged.count == 2 ? pairs.flatMap(\.fields) : []),
        outputs: tables(pairs).map(Output.table)))
  }

  private func tables(_ pairs: [ComparedPair]) -> [StepTable] {
    let head: [StepTable.Column] = [.init("first", .left), .init("second", .left)]
    let outcome = StepTable(
      caption: "Accuracy of the first less that of the second, with its 95% interval",
      columns: head
        + [
          .init("points"), .init("95% interval"), .init("only first right"),
          .init("only second right"), .init(pairs.count > 1 ? "p, by Holm" : .text("p")),
          .init("the first is", .left),
        ],
      rows: pairs.map(\.row))
    let side: Table.Alignment = pairs.contains(where: \.hasNames) ? .left : .right
    let examples = StepTable(
      caption: "The first examples that one of two alone reads correctly",
      columns: head + [.init("example"), .init("shows", side)]
        + [.init("read correctly by", .left), .init("read by the other as", side)],
      rows: pairs.flatMap(\.exampleRows))
    return examples.rows.isEmpty ? [outcome] : [outcome, examples]
  }
}

/// What an evaluate step says of each example: those that are not read rightly.
struct JudgedExamples {
  let name: String
  let total: Int
  let accuracy: Value
  /// What examples are and what they were read as, by their place in the set.
  let misread: [Int: (label: Int, predicted: Int)]
  private let classNames: [String]

  init(_ name: String, _ result: StepResult) throws {
    guard case .integer(let total)? = result["examples"], let accuracy = result["accuracy"],
      let items = result["misclassified"]?.items
    else { throw StepFailure("step '\(name)' judges no examples") }
    var misread: [Int: (label: Int, predicted: Int)] = [:]
    for item in items {
      guard case .integer(let index)? = item["index"], case .integer(let label)? = item["label"],
        case .integer(let predicted)? = item["predicted"]
      else { continue }
      misread[index] = (label, predicted)
    }
    self.name = name
    self.total = total
    self.accuracy = accuracy
    self.misread = misread
    classNames = (result["per-class"]?.items ?? []).map { record in
      if case .text(let name)? = record["name"] { name } else { "" }
    }
  }

  /// What a class is called.
  func name(of number: Int) -> String {
    classNames.indices.contains(number) ? classNames[number] : String(number)
  }

  /// Whether classes have other names than their numbers.
  var hasNames: Bool { classNames != classNames.indices.map(String.init) }

  var record: Value { .record([Field("name", .text(name)), Field("accuracy", accuracy)]) }
}
