import Architecture
import Learning
import Network
import Testing

/// What keeps a network from learning its examples by heart, and the steps of each optimizer.
@Suite struct RegularizationTests {
  private let network = BatchCase(
    input: Shape(channels: 1, height: 5, width: 7), layers: ["6 tanh", "4 softmax"], examples: 37)

  private func train(
    _ start: BatchTrainingState, _ examples: RandomExamples, _ optimizer: any Optimizer,
    smoothing: Double = 0, until updates: Int, threads: Int = 1
  ) async throws -> BatchTrainingState {
    let training = BatchTraining(
      batch: 1000, optimizer: optimizer, learningRate: LearningRate(0.05),
      length: .iterations(updates), seed: 3, historyInterval: 1, smoothing: smoothing)
    return try await BatchTrainer(examples.labelled, training, threads: threads, kernels: kernels)
      .train(start, until: updates)
  }

  /// One number's way through updates: from its gradient, what it was, and what is remembered.
  private typealias Step =
    @Sendable (
      _ slope: Double, _ w: Double, _ slots: inout [Double], _ update: Int
    ) -> Double

  private static func momentum(_ share: Double, isNesterov: Bool, decay: Double) -> Step {
    { slope, w, slots, _ in
      let slope = slope + decay * w
      slots[0] = share * slots[0] + slope
      return w - 0.05 * (isNesterov ? slope + share * slots[0] : slots[0])
    }
  }

  private static func adam(decay: Double, isDecoupled: Bool) -> Step {
    { slope, w, slots, update in
      let slope = isDecoupled ? slope : slope + decay * w
      slots[0] = 0.9 * slots[0] + 0.1 * slope
      slots[1] = 0.999 * slots[1] + 0.001 * slope * slope
      let (first, second) = (1...update).reduce((1.0, 1.0)) { powers, _ in
        (powers.0 * 0.9, powers.1 * 0.999)
      }
      let step = slots[0] / (1 - first) / ((slots[1] / (1 - second)).squareRoot() + 1e-8)
      return w - 0.05 * step - (isDecoupled ? 0.05 * decay * w : 0)
    }
  }

  private static let optimizers: [(optimizer: any Optimizer, step: Step)] = [
    (GradientDescent(weightDecay: 0, [:]), { slope, w, _, _ in w - 0.05 * slope }),
    (
      GradientDescent(weightDecay: 0.1, ["momentum": 0.9]),
      momentum(0.9, isNesterov: false, decay: 0.1)
    ),
    (
      GradientDescent(weightDecay: 0, ["momentum": 0.8, "nesterov": 1]),
      momentum(0.8, isNesterov: true, decay: 0)
    ),
    (Adam(weightDecay: 0.1), adam(decay: 0.1, isDecoupled: false)),
    (AdamW(weightDecay: 0.1), adam(decay: 0.1, isDecoupled: true)),
  ]

  @Test("Every optimizer goes the way that its definition goes in 64 bits", arguments: 0..<5)
  func optimizers(index: Int) async throws {
    let (optimizer, step) = Self.optimizers[index]
    let start = try network.start(optimizer)
    let examples = try network.randomExamples()
    let end = try await train(start, examples, optimizer, until: 4)
    var plain = ReferenceNetwork(start.model)
    var slots: [[[Double]]] = plain.weights.map { $0.map { _ in [0, 0] } }
    var biasSlots: [[[Double]]] = plain.biases.map { $0.map { _ in [0, 0] } }
    for update in 1...4 {
      let slopes = plain.gradient(examples.plain, labels: examples.labels.map(Int.init))
      for layer in plain.weights.indices {
        for i in plain.weights[layer].indices {
          plain.weights[layer][i] = step(
            slopes.weights[layer][i], plain.weights[layer][i], &slots[layer][i], update)
        }
        for i in plain.biases[layer].indices {
          plain.biases[layer][i] = step(
            slopes.biases[layer][i], plain.biases[layer][i], &biasSlots[layer][i], update)
        }
      }
    }
    for layer in plain.weights.indices {
      let weights = end.parameters[layer, "weights"].map(Double.init)
      #expect(largestDifference(weights, plain.weights[layer]) < 1e-5)
      let biases = end.parameters[layer, "biases"].map(Double.init)
      #expect(largestDifference(biases, plain.biases[layer]) < 1e-5)
    }
  }

  @Test("Label smoothing is the gradient of the cross-entropy with smoothed labels")
  func smoothing() async throws {
    let start = try network.start(GradientDescent(weightDecay: 0, [:]))
    let examples = try network.randomExamples()
    let end = try await train(
      start, examples, GradientDescent(weightDecay: 0, [:]), smoothing: 0.2, until: 1)
    // It is linear in the labels: 0.8 of the gradient, and a twentieth of that of each class.
    let plain = ReferenceNetwork(start.model)
    func slopes(_ labels: [Int]) -> [Double] {
      plain.gradient(examples.plain, labels: labels).weights.flatMap { $0 }
    }
    var expected = slopes(examples.labels.map(Int.init)).map { 0.8 * $0 }
    for label in 0..<4 {
      let all = slopes(Array(repeating: label, count: examples.count))
      expected = zip(expected, all).map { $0 + 0.05 * $1 }
    }
    let moved = start.architecture.layers.indices.flatMap { layer in
      zip(start.parameters[layer, "weights"], end.parameters[layer, "weights"]).map {
        Double($0 - $1) / 0.05
      }
    }
    #expect(largestDifference(moved, expected) < 1e-5)
  }

  @Test("Dropout leaves out its share, anew for each update, and nothing once it is trained")
  func dropout() async throws {
    let network = BatchCase(
      input: Shape(channels: 1, height: 8, width: 8), layers: ["dropout 0.3", "4 softmax"],
      examples: 500)
    let lit = RandomExamples(lit: network.examples, imageSize: 64, classes: 4)
    let start = try network.start(GradientDescent(weightDecay: 0, [:]))
    // Every pixel is one, so the gradient of a weight is that of its unit's bias times the kept.
    let first = try await train(start, lit, GradientDescent(weightDecay: 0, [:]), until: 1)
    let second = try await train(start, lit, GradientDescent(weightDecay: 0, [:]), until: 2)
    let several = try await train(
      start, lit, GradientDescent(weightDecay: 0, [:]), until: 2, threads: 3)
    #expect(second == several)
    let moved = zip(start.parameters[1, "weights"], first.parameters[1, "weights"]).map {
      Double($0 - $1)
    }
    #expect(Set(moved).count > 200)
    // What is kept is scaled up, so that what comes out is the same in the mean.
    let bias = Double(start.parameters[1, "biases"][3] - first.parameters[1, "biases"][3])
    let mean = moved[192...].reduce(0, +) / 64
    #expect(abs(mean / bias - 1) < 0.2)
    // Prediction is that of the same network without the layer.
    let predicted = try await start.model.predict(lit.images, kernels, threads: 1).probabilities[
      ..<4]
    let plain = ReferenceNetwork(start.model).forward(lit.plain[0]).last ?? []
    #expect(largestDifference(predicted.map(Double.init), plain) < 1e-5)
  }

  @Test("Dropout of everything but a hundredth still trains on numbers")
  func mostDropped() async throws {
    let network = BatchCase(
      input: Shape(channels: 1, height: 4, width: 4),
      layers: ["8 relu", "dropout 0.99", "3 softmax"], examples: 20)
    let end = try await train(
      try network.start(), try network.randomExamples(), Adam(), until: 5)
    #expect(end.hasFiniteWeights)
  }
}

extension RandomExamples {
  /// Images that are white all over, with classes in turn.
  init(lit count: Int, imageSize: Int, classes: Int) {
    self.init(
      pixels: Array(repeating: 255, count: count * imageSize),
      labels: (0..<count).map { UInt16($0 % classes == 0 ? 0 : 1) }, imageSize: imageSize)
  }
}
