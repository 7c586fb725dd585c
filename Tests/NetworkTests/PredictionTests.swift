import Architecture
import Network
import Random
import Synchronization
import Testing

@Suite struct PredictionTests {
  @Test("Predictions are those of the plain network", arguments: DenseCase.all)
  func predictions(network: DenseCase) async throws {
    let (start, examples) = (try network.start(), network.randomExamples())
    let predictions = try await start.model.predict(examples.images, kernels, threads: 2)
    let classes = network.classes
    for (index, x) in examples.plain.enumerated() {
      let expected = ReferenceNetwork(start).forward(x).last ?? []
      let found = predictions.probabilities[index * classes..<(index + 1) * classes]
      #expect(largestDifference(found.map(Double.init), expected) < 1e-5)
      #expect(predictions.classes[index] == expected.firstIndex(of: expected.max() ?? 0))
    }
    let loss = ReferenceNetwork(start).loss(examples.plain, labels: examples.labels.map(Int.init))
    #expect(abs(predictions.loss(labels: examples.labels) - loss) < 1e-5)
  }

  @Test("An image is classified the same in any company, to the bit")
  func company() async throws {
    let network = DenseCase.all[2]
    let (start, examples) = (try network.start(), network.randomExamples())
    let all = try await start.model.predict(examples.images, kernels, threads: 2)
    let some = try await start.model.predict(examples.images(37..<99), kernels, threads: 1)
    let classes = network.classes
    #expect(some.probabilities == Array(all.probabilities[37 * classes..<99 * classes]))
    #expect(some.classes == Array(all.classes[37..<99]))
  }

  @Test("A prediction that is cancelled on its way is an error, and no half of one")
  func cancelled() async throws {
    let dense = DenseCase(inputs: 20, units: [6, 4], examples: 1150)
    let convolution = BatchCase(
      input: Shape(channels: 1, height: 4, width: 5), layers: ["conv 2 3x3 relu", "4 softmax"],
      examples: 1150)
    let images = try dense.randomExamples().images
    for model in [try dense.start().model, try convolution.start().model] {
      for thread in 1...2 {
        let asked = Atomic(0)
        await #expect(throws: TrainingError.cancelled) {
          try await model.predict(images, kernels, threads: thread) {
            asked.add(1, ordering: .relaxed).newValue > 1
          }
        }
        #expect(asked.load(ordering: .relaxed) > 1)
      }
    }
  }

  @Test("Of classes with equal probabilities the first one is predicted")
  func ties() async throws {
    let network = DenseCase(inputs: 4, units: [3], examples: 20)
    var random = RandomState(seed: 0)
    let start = TrainingState(
      try network.architecture, .uniform(low: 0.25, high: 0.25), random: &random)
    let predictions = try await start.model.predict(
      network.randomExamples().images, kernels, threads: 1)
    #expect(predictions.classes.allSatisfy { $0 == 0 })
    #expect(predictions.winningProbabilities.allSatisfy { abs($0 - 1.0 / 3) < 1e-6 })
  }

  @Test("A label beyond the classes counts as impossible, and no examples have no loss")
  func losses() async throws {
    let network = DenseCase(inputs: 4, units: [3], examples: 1)
    let model = try network.start().model
    let one = try await model.predict(network.randomExamples().images, kernels, threads: 1)
    // -ln 1e-30, the least probability that counts.
    #expect(abs(one.loss(labels: [3]) - 69.07755278982137) < 1e-9)
    let none = try ImageRows(pixels: [], imageSize: 4, rows: [], scale: 1)
    #expect(try await model.predict(none, kernels, threads: 1).loss(labels: []) == 0)
  }
}
