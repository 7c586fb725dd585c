import Learning
import Plan
import Testing

/// What a train step says of layers, batches and how long to go on.
@Suite struct TrainOptionTests {
  private static func text(_ options: String) -> String {
    usual + "```train b\n\(options)\n```\n"
  }

  private func train(_ options: String) throws -> Train {
    try #require(try plan(Self.text(options)).step("b")?.declaration as? Train)
  }

  private static let conv = "layers: [conv 16 5x5 relu, max-pool 2x2, 10 softmax]"

  @Test("Batches have defaults of their own")
  func defaults() throws {
    let batched = try train("\(Self.conv)\nbatch: 128\nepochs: 3")
    #expect(batched.batch == 128 && batched.length == .epochs(3))
    #expect(batched.historyInterval == nil && batched.initialWeights == .he)
    #expect(batched.optimizer is GradientDescent && batched.learningRate == LearningRate(0.1))
    #expect(batched.updates(examples: 300) == 9)
    let adam = try train("\(Self.conv)\nbatch: 64\niterations: 30\noptimizer: adam")
    #expect(adam.learningRate == LearningRate(0.001) && adam.length == .iterations(30))
    let classic = try train("layers: [10 softmax]")
    #expect(classic.batch == nil && classic.length == .iterations(500))
    #expect(classic.historyInterval == 10)
    #expect(classic.initialWeights == .uniform(low: -0.5, high: 0.5))
    #expect(
      try plan(Self.text("layers: [10 softmax]")).step("b")?.settings.map(\.key) == [
        "initial-weights", "iterations", "layers", "learning-rate", "optimizer", "report-every",
      ])
  }

  @Test("Refinements, initial weights and a seed of its own")
  func refinements() throws {
    let batched = try train(
      "layers: [8 gelu, dropout 0.25, 10 softmax]\nbatch: 9\nepochs: 1\nmomentum: 0.9\n"
        + "nesterov: true\nweight-decay: 0.001\nlabel-smoothing: 0.1\nseed: 7\n"
        + "initial-weights: normal(0.05)")
    #expect(batched.optimizer is GradientDescent && batched.optimizer.slotCount == 1)
    #expect(batched.labelSmoothing == 0.1)
    #expect(batched.seed == 7 && batched.initialWeights == .normal(deviation: 0.05))
    #expect(batched.layers.count == 3)
    let adamw = try train("layers: [10 softmax]\nbatch: 9\nepochs: 1\noptimizer: adamw")
    #expect(adamw.optimizer is AdamW && adamw.learningRate == LearningRate(0.001))
  }

  @Test(
    "What does not go together is told at its place",
    arguments: [
      (conv, "18:9: error: the layer 'conv 16 5x5 relu' is trained in batches", "batch: 128"),
      ("\(conv)\nbatch: 128", "needs the option 'epochs' or 'iterations'", "write 'epochs: 10'"),
      ("\(conv)\nbatch: 1\nepochs: 2\niterations: 3", "both epochs and iterations", "leave one"),
      ("\(conv)\nbatch: 0\nepochs: 1", "batch must be a whole number from 1", "not '0'"),
      ("layers: [10 softmax]\nepochs: 2", "epochs are counted", "write 'batch: 128'"),
      ("layers: [10 softmax]\noptimizer: adam", "adam updates batch by batch", "'batch: 128'"),
      (
        "layers: [conv 10 28x28 softmax]\nbatch: 2\nepochs: 1", "the last layer must see every",
        "end with '10 softmax'"
      ),
      (
        "layers: [conv 16 relu, 10 softmax]", "'conv 16 relu' is no layer",
        "write channels, size and activation"
      ),
      (
        "layers: [10 tanh, 10 softmax]", "the layer '10 tanh' is trained in batches",
        "'batch: 128'"
      ),
      (
        "layers: [dropout 1, 10 softmax]", "'dropout 1' is no layer", "from 0 to 0.99"
      ),
      (
        "layers: [10 softmax]\nlabel-smoothing: 0.1", "label-smoothing goes with training batch",
        "'batch: 128'"
      ),
      (
        "\(conv)\nbatch: 9\nepochs: 1\nmomentum: 0.9\noptimizer: adam",
        "adam takes no 'momentum'", "leave it out, or write 'optimizer: gradient-descent'"
      ),
      (
        "\(conv)\nbatch: 9\nepochs: 1\nnesterov: true", "nesterov needs a momentum",
        "'momentum: 0.9'"
      ),
      ("layers: [maxpool 2x2, 10 softmax]", "'maxpool 2x2' is no layer", "'max-pool 2x2'"),
      ("layers: [10 softmax]\ninitial-weights: hee", "uniform(LOW, HIGH)", "did you mean 'he'?"),
      (
        "layers: [10 softmax]\nbatch: 5\nepochs: 1\ninitial-weights: uniform(1, 1)",
        "initial-weights must be uniform(LOW, HIGH)", "not 'uniform(1, 1)'"
      ),
    ])
  func contradictions(options: String, says: String, help: String) throws {
    let text = try problems(Self.text(options))
    #expect(text.contains(says) && text.contains(help), "\(text)")
  }
}
