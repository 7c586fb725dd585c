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

  private func settings(_ options: String) throws -> [PlannedStep.Setting]? {
    try plan(Self.text(options)).step("b")?.settings
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
    #expect(batched.refinements.labelSmoothing == 0.1)
    #expect(batched.seed == 7 && batched.initialWeights == .normal(deviation: 0.05))
    #expect(batched.layers.count == 3)
    let adamw = try train("layers: [10 softmax]\nbatch: 9\nepochs: 1\noptimizer: adamw")
    #expect(adamw.optimizer is AdamW && adamw.learningRate == LearningRate(0.001))
  }

  @Test(
    "Rates and their schedules",
    arguments: [
      ("0.05", LearningRate(0.05), "0.05"),
      ("cosine  0.003", LearningRate(0.003, .cosine), "cosine 0.003"),
      ("one-cycle 0.01", LearningRate(0.01, .oneCycle), "one-cycle 0.01"),
      (
        "step 0.1 by 0.5 every 5", LearningRate(0.1, .step(factor: 0.5, every: 5)),
        "step 0.1 by 0.5 every 5"
      ),
    ])
  func rates(text: String, rate: LearningRate, canonical: String) throws {
    let options = "\(Self.conv)\nbatch: 9\nepochs: 4\nlearning-rate: \(text)"
    #expect(try train(options).learningRate == rate)
    #expect(try train(options + "\nwarm-up: 2").learningRate == rate.warmingUp(2))
    let settings = try plan(Self.text(options)).step("b")?.settings
    #expect(settings?.first { $0.key == "learning-rate" }?.value == canonical)
    // What is stored of another length can be gone on from where the rates are the same.
    #expect(try train(options).lengthOptions.isEmpty == rate.dependsOnLength)
  }

  @Test("Underscores may group the digits of every number, wherever it stands")
  func groupedDigits() throws {
    let grouped = try settings(
      "layers: [conv 3 0_5x5 relu, 1_0 relu, 10 softmax]\nbatch: 9\nepochs: 1_0\n"
        + "learning-rate: step 0.000_1 by 0.5 every 1_000\naugment: rotate 1_0\n"
        + "initial-weights: normal(0.0_5)")
    let plain = try settings(
      "layers: [conv 3 5x5 relu, 10 relu, 10 softmax]\nbatch: 9\nepochs: 10\n"
        + "learning-rate: step 0.0001 by 0.5 every 1000\naugment: rotate 10\n"
        + "initial-weights: normal(0.05)")
    #expect(grouped == plain && grouped != nil)
    #expect(throws: (any Error).self) { try train("layers: [10_ softmax]\nbatch: 9\nepochs: 1") }
  }

  @Test("Images are changed, and a training stops early")
  func refined() throws {
    let options =
      "\(Self.conv)\nbatch: 9\nepochs: 4\nvalidation: dev\nstop-early: 3 epochs\n"
      + "augment: [shift 2, rotate 10, scale 0.1, shear 5, elastic 1.5]"
    let refinements = try train(options).refinements
    #expect(refinements.patience == 3)
    #expect(
      refinements.augmentations.map(\.text) == [
        "shift 2.0", "rotate 10.0", "scale 0.1", "shear 5.0", "elastic 1.5",
      ])
  }

  @Test(
    "What does not go together is told at its place",
    arguments: [
      (conv, "18:10: error: the layer 'conv 16 5x5 relu' is trained in batches", "batch: 128"),
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
      (
        "\(conv)\nbatch: 9\nepochs: 1\nlearning-rate: step 0.1 by 1.5 every 5",
        "learning-rate must be a number above 0", "not 'step 0.1 by 1.5 every 5'"
      ),
      (
        "\(conv)\nbatch: 9\nepochs: 1\nlearning-rate: cosin 0.1",
        "learning-rate must be a number above 0, 'cosine 0.003'", "not 'cosin 0.1'"
      ),
      (
        "layers: [10 softmax]\nlearning-rate: cosine 0.1", "a rate that changes goes with",
        "'batch: 128'"
      ),
      ("layers: [10 softmax]\nwarm-up: 3", "warm-up goes with training batch", "'batch: 128'"),
      ("layers: [10 softmax]\naugment: shift 2", "augment goes with training batch", "epochs: 10"),
      (
        "\(conv)\nbatch: 9\nepochs: 1\naugment: [shift 2, rotate 400]", "augment must be 'shift 2'",
        "'rotate 10'"
      ),
      (
        "\(conv)\nbatch: 9\nepochs: 1\naugment: [shift 2, shift 3]", "'shift' is written twice",
        "leave one"
      ),
      (
        "\(conv)\nbatch: 9\nepochs: 9\nstop-early: 2", "stop-early needs examples that are not",
        "'validation: dev'"
      ),
      (
        "\(conv)\nbatch: 9\nepochs: 9\nstop-early: 2\nvalidation: dev\nreport-every: 5",
        "stop-early looks at the end of each epoch", "leave 'report-every' out"
      ),
      (
        "layers: [batch-norm foo, 10 softmax]", "there is no activation 'foo'",
        "the activations are"
      ),
      ("layers: [batchnorm, 10 softmax]", "'batchnorm' is no layer", "write 'batch-norm'"),
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
