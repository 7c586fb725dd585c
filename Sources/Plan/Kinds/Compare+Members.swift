import Results

extension Compare {
  var members: [ValueType.Member] { Self.members(ofTwo: evaluations.count == 2) }

  /// The values of a comparison; those of its one pair among them where it is of two models.
  static func members(ofTwo: Bool) -> [ValueType.Member] {
    [
      .init("examples", .integer, "examples that all were judged on"),
      .init(
        "models",
        .list(
          .record([
            .init("name", .text, "the evaluate step"),
            .init("accuracy", .proportion, "examples read correctly"),
          ])), "the evaluations, in their order"),
      .init(
        "pairs",
        .list(
          .record(
            [
              .init("first", .text, "an evaluate step"),
              .init("second", .text, "the one that it is compared with"),
            ] + pair)), "every two of them; with two, their values are also those of the step"),
    ] + (ofTwo ? pair : [])
  }

  private static let example = ValueType.list(
    .record([
      .init("index", .integer, "the example's place in the set, from 0"),
      .init("label", .integer, "what it is"),
      .init("predicted", .integer, "what the other read it as"),
    ]))

  private static let pair: [ValueType.Member] = [
    .init("difference", .number, "the first accuracy less the second"),
    .init("low", .number, "the lower end of its 95 % interval, by Tango's score for pairs"),
    .init("high", .number, "the upper end"),
    .init("both-right", .integer, "examples that both read correctly"),
    .init("only-first", .integer, "examples that the first alone reads correctly"),
    .init("only-second", .integer, "examples that the second alone reads correctly"),
    .init("both-wrong", .integer, "examples that neither reads correctly"),
    .init("p", .number, "by McNemar's exact test, that neither is better"),
    .init("adjusted-p", .number, "the same, corrected by Holm for the number of pairs"),
    .init(
      "verdict", .text,
      "'better' or 'worse', for the first, where adjusted-p is below 0.05; else 'not told apart'"),
    .init("first-alone", example, "the first examples that the first alone reads correctly"),
    .init("second-alone", example, "the first examples that the second alone reads correctly"),
  ]
}
