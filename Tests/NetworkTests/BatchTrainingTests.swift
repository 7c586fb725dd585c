import Architecture
import Datasets
import Learning
import Network
import Random
import Testing

@Suite struct BatchTrainingTests {
  private func trainer(
    _ examples: LabelledImages, batch: Int, rate: Double = 0.01, interval: Int? = 2, threads: Int
  ) -> BatchTrainer {
    let training = BatchTraining(
      batch: batch, optimizer: Adam(), learningRate: LearningRate(rate), length: .iterations(100),
      seed: 3, historyInterval: interval)
    return BatchTrainer(examples, training, threads: threads, kernels: kernels)
  }

  @Test("The gradient of a batch is the plain gradient", arguments: BatchCase.all)
  func gradient(network: BatchCase) async throws {
    let (start, examples) = (try network.start(), try network.randomExamples())
    let end = try await trainer(
      try examples.labelled, batch: 1000, interval: 1, threads: 2
    )
    .train(start, until: 1)
    let labels = examples.labels.map(Int.init)
    let plain = ReferenceNetwork(start.model)
    let expected = plain.gradient(examples.plain, labels: labels)
    // The first mean of Adam is a tenth of the gradient, its first mean square a thousandth of it.
    for layer in start.architecture.layers.indices {
      for (name, gradient) in [
        ("weights", expected.weights[layer]), ("biases", expected.biases[layer]),
      ] {
        let mean = end.slots[0][layer, name].map { Double($0) * 10 }
        #expect(largestDifference(mean, gradient) < 3e-6, "\(name) of layer \(layer)")
        let square = end.slots[1][layer, name].map { Double($0) * 1000 }
        #expect(largestDifference(square, gradient.map { $0 * $0 }) < 3e-6)
      }
    }
    let entry = try #require(end.history.first)
    #expect(entry.examples == examples.count)
    #expect(abs(entry.loss - plain.loss(examples.plain, labels: labels)) < 1e-5)
  }

  @Test("Where nothing reaches a unit it has the slope of its lower side, as PyTorch's have")
  func slopeAtZero() async throws {
    let network = try Architecture(
      input: Shape(channels: 1, height: 2, width: 2),
      layers: ["3 leaky-relu", "2 softmax"].map(LayerSpec.init))
    let dark = RandomExamples(
      pixels: Array(repeating: 0, count: 8), labels: [0, 0], imageSize: 4)
    let parameters = try #require(
      Parameters<Float>(
        network,
        numbers: [
          Array(repeating: 0.5, count: 12), [0, 0, 0], [0.5, -1, 2, 0.25, 3, -0.5], [0, 0],
        ]))
    let start = BatchTrainingState(network, parameters, examples: 2, optimizer: Adam())
    let end = try await trainer(try dark.labelled, batch: 1000, interval: 1, threads: 1)
      .train(start, until: 1)
    // Both classes are as probable: half of the difference between a unit's weights goes back.
    let slopes: [Double] = [0.01 * (0.25 - 0.5) / 2, 0.01 * (3 + 1) / 2, 0.01 * (-0.5 - 2) / 2]
    let found = end.slots[0][0, "biases"].map { Double($0) * 10 }
    #expect(largestDifference(found, slopes) < 1e-6, "\(found)")
  }

  @Test("A dropout of nothing leaves every number as it is")
  func noDropout() async throws {
    let input = Shape(channels: 1, height: 40, width: 40)
    let (with, without) = (
      BatchCase(input: input, layers: ["dropout 0", "2 softmax"], examples: 200),
      BatchCase(input: input, layers: ["2 softmax"], examples: 200)
    )
    let examples = try with.randomExamples().labelled
    let ends = [
      try await trainer(examples, batch: 1000, interval: 1, threads: 2)
        .train(try with.start(), until: 1),
      try await trainer(examples, batch: 1000, interval: 1, threads: 2)
        .train(try without.start(), until: 1),
    ]
    #expect(ends[0].parameters[1, "weights"] == ends[1].parameters[0, "weights"])
    #expect(ends[0].history == ends[1].history)
  }

  @Test("Adam's steps are those of its definition")
  func adam() async throws {
    let (start, examples) = (
      try BatchCase.all[0].start(), try BatchCase.all[0].randomExamples().labelled
    )
    var ends = [start]
    for until in 1...3 {
      ends.append(
        try await trainer(examples, batch: 1, rate: 0.02, threads: 1).train(start, until: until))
    }
    var (mean, square) = (0.0, 0.0)
    for update in 1...3 {
      let (before, after) = (ends[update - 1], ends[update])
      // The gradient of the first bias, from what became of its mean.
      let gradient =
        (Double(after.slots[0][0, "biases"][0]) - 0.9 * Double(before.slots[0][0, "biases"][0]))
        / 0.1
      mean = 0.9 * mean + 0.1 * gradient
      square = 0.999 * square + 0.001 * gradient * gradient
      let (first, second) = (
        mean / (1 - [0, 0.9, 0.81, 0.729][update]),
        square / (1 - [0, 0.999, 0.998001, 0.997002999][update])
      )
      let moved = Double(after.parameters[0, "biases"][0] - before.parameters[0, "biases"][0])
      #expect(abs(moved + 0.02 * first / (second.squareRoot() + 1e-8)) < 1e-6)
    }
  }

  @Test("The plain gradient is the slope of the loss for every layer, by finite differences")
  func finiteDifferences() throws {
    let network = BatchCase(
      input: Shape(channels: 2, height: 6, width: 7),
      layers: [
        "conv 3 3x2 stride 2 pad 1 relu", "batch-norm gelu", "max-pool 2x2", "5 tanh",
        "average-pool 1x1", "4 gelu", "dropout 0", "4 leaky-relu", "3 sigmoid", "3 softmax",
      ], examples: 4)
    let examples = try network.randomExamples()
    let labels = examples.labels.map(Int.init)
    var plain = ReferenceNetwork(try network.start().model)
    let gradient = plain.gradient(examples.plain, labels: labels)
    func slope(_ number: WritableKeyPath<ReferenceNetwork, Double>) -> Double {
      let (h, middle) = (1e-6, plain[keyPath: number])
      plain[keyPath: number] = middle + h
      let above = plain.loss(examples.plain, labels: labels)
      plain[keyPath: number] = middle - h
      let below = plain.loss(examples.plain, labels: labels)
      plain[keyPath: number] = middle
      return (above - below) / (2 * h)
    }
    for layer in plain.weights.indices {
      for index in plain.weights[layer].indices {
        #expect(abs(slope(\.weights[layer][index]) - gradient.weights[layer][index]) < 1e-7)
      }
      for index in plain.biases[layer].indices {
        #expect(abs(slope(\.biases[layer][index]) - gradient.biases[layer][index]) < 1e-7)
      }
    }
  }

  @Test("Predictions are those of the plain network", arguments: BatchCase.all.dropFirst(3))
  func predictions(network: BatchCase) async throws {
    let model = try network.start().model
    let examples = try network.randomExamples()
    let predictions = try await model.predict(examples.images, kernels, threads: 2)
    let classes = model.architecture.classes
    for (index, x) in examples.plain.enumerated() {
      let expected = ReferenceNetwork(model).forward(x).last ?? []
      let found = predictions.probabilities[index * classes..<(index + 1) * classes]
      #expect(largestDifference(found.map(Double.init), expected) < 1e-5)
      #expect(predictions.classes[index] == expected.firstIndex(of: expected.max() ?? 0))
    }
  }

  @Test(
    "The same bits for any number of threads, in one go or in several", arguments: [2, 3, 7],
    BatchCase.all.filter { $0.input == Shape(channels: 1, height: 12, width: 12) })
  func bits(threads: Int, network: BatchCase) async throws {
    let examples = RandomExamples(count: 410, imageSize: 144, classes: 5, seed: 2)
    let start = try network.start()
    let whole = try await trainer(try examples.labelled, batch: 200, threads: 1)
      .train(start, until: 7)
    let several = trainer(try examples.labelled, batch: 200, threads: threads)
    let half = try await several.train(start, until: 4)
    #expect(half.iteration == 4)
    #expect(try await several.train(half, until: 7) == whole)
    #expect(whole.history.map(\.iteration) == [2, 4, 6])
    #expect(whole.history.map(\.examples) == [400, 210, 210])
    #expect(whole.latest.examples == 200)
    #expect(BatchTrainingState(bytes: half.bytes) == half)
  }

  @Test("More threads than a batch has chunks, and fewer than the update has blocks")
  func manyThreads() async throws {
    let network = BatchCase(
      input: Shape(channels: 1, height: 12, width: 12),
      layers: ["200 relu", "100 relu", "5 softmax"], examples: 90)
    let (start, examples) = (try network.start(), try network.randomExamples())
    let alone = try await trainer(try examples.labelled, batch: 20, threads: 1)
      .train(start, until: 60)
    for threads in [2, 3, 7] {
      let many = trainer(try examples.labelled, batch: 20, threads: threads)
      #expect(try await many.train(start, until: 60) == alone)
    }
  }

  @Test("Learns digits from the first 6,000 images with convolutions, in ninety updates")
  func learns() async throws {
    let data = try #require(ClassicData(seed: 0))
    let labels = try #require(data.training.labels)
    let images = try ImageRows(
      pixels: data.examples.pixels, imageSize: 784, rows: Array(data.training.rows[..<6000]),
      scale: 1.0 / 255)
    let texts = [
      "conv 8 5x5 relu", "max-pool 2x2", "conv 16 5x5 relu", "max-pool 2x2", "64 relu",
      "10 softmax",
    ]
    var random = RandomState(seed: 1)
    let start = BatchTrainingState(
      try Architecture(
        input: Shape(channels: 1, height: 28, width: 28), layers: texts.map(LayerSpec.init)),
      .he, examples: 6000, optimizer: Adam(), random: &random)
    let end = try await trainer(
      LabelledImages(images, labels: Array(labels[..<6000])), batch: 128, rate: 0.003, threads: 2
    ).train(start, until: 90)
    let dev = try #require(data.dev.labels)
    let predicted = try await end.model.predict(data.images(data.dev), kernels, threads: 2)
    #expect(zip(predicted.classes, dev).count { $0 == Int($1) } > 920)
    #expect(try #require(end.history.last).loss < 0.4)
  }

  @Test("Training on all examples at once refuses layers that need batches")
  func needsBatches() async throws {
    let network = BatchCase.all[3]
    var random = RandomState(seed: 0)
    let start = TrainingState(
      try network.start().architecture, .uniform(low: -0.5, high: 0.5), random: &random)
    let trainer = Trainer(
      try network.randomExamples().labelled, learningRate: 0.1, historyInterval: 1, threads: 1,
      kernels: kernels)
    await #expect(throws: TrainingError.needsBatches(try LayerSpec("conv 5 3x3 relu"))) {
      _ = try await trainer.train(start, until: 1) { _ in true }
    }
  }
}
