import Results

extension Train {
  /// What a training yields; what is worth telling only of batches is left out of others.
  static func members(inBatches: Bool) -> [ValueType.Member] {
    always(inBatches: inBatches) + (inBatches ? ofBatches : [])
  }

  private static let ofBatches: [ValueType.Member] = [
    .init("epochs", .integer, "with batch: epochs that were begun"),
    .init(
      "best-epoch", .integer,
      "with stop-early: the epoch at whose end the validation loss was lowest and the weights kept"),
    .init(
      "layers",
      .list(
        .record([
          .init("layer", .text, "the layer as it is written"),
          .init("shape", .text, "what comes out of it: channels × height × width, or units"),
          .init("parameters", .integer, "its weights and biases"),
          .init("multiply-adds", .integer, "the products that it adds up for one example"),
        ])), "with batch: what each layer is, from the first on"),
    .init("multiply-adds", .integer, "with batch: the products of all layers for one example"),
  ]

  private static func always(inBatches: Bool) -> [ValueType.Member] {
    [
      .init("accuracy", .proportion, "training examples that the trained network reads correctly"),
      .init("loss", .number, "mean cross-entropy of the trained network on them, in nats"),
      .init(
        "history", .list(.record(historyMembers(inBatches: inBatches))),
        "accuracy and loss during training: before the update of each iteration, and with batch over "
          + "the updates since the entry before"),
      .init(
        "validation", .proportion,
        "validation examples that the trained network reads correctly; unknown without such"),
      .init("parameters", .integer, "weights and biases in all"),
      .init("iterations", .integer, "updates made"),
      .init("examples", .integer, "training examples"),
      .init("inputs", .integer, "numbers that one example gives the network"),
      .init("units", .list(.integer), "units of each layer"),
      .init("learning-rate", .number, "what the gradient is multiplied with in an update"),
      .init("seed", .integer, "the seed of the random draws"),
    ]
  }

  private static func historyMembers(inBatches: Bool) -> [ValueType.Member] {
    [
      .init("iteration", .integer, "how many updates had been made"),
      .init("accuracy", .proportion, "training examples read correctly then"),
      .init("loss", .number, "mean cross-entropy then, in nats"),
      .init("validation", .proportion, "validation examples read correctly then"),
      .init("validation-loss", .number, "mean cross-entropy of validation examples then, in nats"),
    ]
      + (inBatches
        ? [
          .init("epoch", .integer, "with batch: epochs begun by then"),
          .init("rate", .number, "with batch: the learning rate of the update before"),
        ] : [])
  }
}
