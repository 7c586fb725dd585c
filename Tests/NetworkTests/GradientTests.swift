import Architecture
import Network
import Testing

/// What one update does, held to the plain network.
@Suite struct GradientTests {
  /// Trains for one update of rate 1 and compares how far every number has moved.
  private func expectPlainGradient(
    _ start: TrainingState, _ examples: LabelledImages, plain: [[Double]], threads: Int
  ) async throws -> TrainingState {
    let trainer = Trainer(
      examples, learningRate: 1, historyInterval: 1, threads: threads, kernels: kernels)
    let end = try await trainer.train(start, until: 1) { _ in true }
    let expected = ReferenceNetwork(start).gradient(plain, labels: examples.labels.map(Int.init))
    for layer in start.architecture.layers.indices {
      for (name, gradient) in [
        ("weights", expected.weights[layer]), ("biases", expected.biases[layer]),
      ] {
        let moved = zip(start.parameters[layer, name], end.parameters[layer, name])
          .map { $0 - $1 }
        #expect(largestDifference(moved, gradient) < 2e-6, "\(name) of layer \(layer)")
      }
    }
    return end
  }

  @Test("One update moves every weight by the plain gradient", arguments: DenseCase.all)
  func gradient(network: DenseCase) async throws {
    let (start, examples) = (try network.start(), network.randomExamples())
    let end = try await expectPlainGradient(
      start, try examples.labelled, plain: examples.plain, threads: 2)
    let loss = ReferenceNetwork(start).loss(examples.plain, labels: examples.labels.map(Int.init))
    #expect(abs((end.history.first?.loss ?? 0) - loss) < 1e-5)
  }

  @Test("Images of which no pixel is common, or none is lit, are learned from too")
  func sparseImages() async throws {
    let start = try DenseCase(inputs: 4, units: [3, 2], examples: 8).start()
    for pixels in [[UInt8](repeating: 0, count: 32), [200] + [UInt8](repeating: 0, count: 31)] {
      let images = try ImageRows(
        pixels: pixels, imageSize: 4, rows: (0..<8).map { $0 }, scale: 1.0 / 255)
      let plain = (0..<8).map { row in (0..<4).map { Double(pixels[row * 4 + $0]) / 255 } }
      _ = try await expectPlainGradient(
        start, LabelledImages(images, labels: [0, 1, 0, 1, 0, 1, 1, 1]), plain: plain, threads: 1)
    }
  }

  @Test("The plain gradient is the slope of the loss, by finite differences")
  func finiteDifferences() throws {
    let shape = DenseCase(inputs: 12, units: [5, 4, 3], examples: 8)
    let examples = shape.randomExamples()
    let labels = examples.labels.map(Int.init)
    var network = ReferenceNetwork(try shape.start())
    let gradient = network.gradient(examples.plain, labels: labels)
    func slope(_ number: WritableKeyPath<ReferenceNetwork, Double>) -> Double {
      let (h, middle) = (1e-6, network[keyPath: number])
      network[keyPath: number] = middle + h
      let above = network.loss(examples.plain, labels: labels)
      network[keyPath: number] = middle - h
      let below = network.loss(examples.plain, labels: labels)
      network[keyPath: number] = middle
      return (above - below) / (2 * h)
    }
    for layer in network.weights.indices {
      for index in stride(from: 0, to: network.weights[layer].count, by: 3) {
        #expect(abs(slope(\.weights[layer][index]) - gradient.weights[layer][index]) < 1e-7)
      }
      for index in network.biases[layer].indices {
        #expect(abs(slope(\.biases[layer][index]) - gradient.biases[layer][index]) < 1e-7)
      }
    }
  }
}
