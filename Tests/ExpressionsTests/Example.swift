import Expressions
import Results

/// Steps of a small notebook, as declared and as a run yields them.
enum Example {
  static let steps: StepSchema = [
    .init(
      "train",
      .record([
        .init("accuracy", .proportion, "Accuracy on the training set."),
        .init("loss", .number, "Mean cross-entropy."),
        .init("parameters", .integer, "How many weights there are."),
        .init(
          "history",
          .list(
            .record([
              .init("iteration", .integer, "Steps taken."),
              .init("accuracy", .proportion, "Accuracy so far."),
              .init("loss", .number, "Loss so far."),
            ])), "How training went."),
      ]), "The training."),
    .init(
      "dev",
      .record([
        .init("accuracy", .proportion, "Accuracy on the dev set."),
        .init("confusion", .confusion, "What was read as what."),
        .init("model", .text, "The model's name."),
        .init("converged", .boolean, "Whether the loss stopped falling."),
        .init("sizes", .list(.integer), "Sizes of the sets."),
        .init("empty", .list(.number), "Nothing."),
        .init("unseen", .number, "A value that the run cannot know."),
      ]), "The evaluation."),
    .init("plot-2", .record([]), "A figure."),
  ]

  static func value(of step: String) -> Value? {
    switch step {
    case "train":
      .record([
        Field("accuracy", proportion(34_300, 41_000)),
        Field("loss", .number(0.5)),
        Field("parameters", .integer(7_960)),
        Field(
          "history",
          .list([
            point(0, 5_158, 2.5), point(10, 20_500, 1.5), point(20, 34_300, 0.5),
          ])),
      ])
    case "dev":
      .record([
        Field("accuracy", proportion(822, 1_000)),
        Field(
          "confusion",
          ConfusionMatrix(counts: [[5, 1, 0], [2, 7, 3], [0, 0, 0]]).map(Value.confusion)
            ?? .boolean(false)),
        Field("model", .text("wide")),
        Field("converged", .boolean(true)),
        Field("sizes", .list([.integer(41_000), .integer(1_000)])),
        Field("empty", .list([])),
        Field("unseen", .unknown(because: "the test set has no labels")),
      ])
    case "plot-2": .record([])
    default: nil
    }
  }

  private static func proportion(_ count: Int, _ total: Int) -> Value {
    Proportion(count: count, of: total).map(Value.proportion) ?? .boolean(false)
  }

  private static func point(_ iteration: Int, _ count: Int, _ loss: Double) -> Value {
    .record([
      Field("iteration", .integer(iteration)),
      Field("accuracy", proportion(count, 41_000)),
      Field("loss", .number(loss)),
    ])
  }
}
