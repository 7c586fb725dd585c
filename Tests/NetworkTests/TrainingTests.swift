import Datasets
import Network
import Random
import Testing

@Suite struct TrainingTests {
  /// Random images with random labels: some pixels are lit in hardly any, some in most of them.
  struct RandomExamples {
    let pixels: [UInt8]
    let labels: [UInt8]
    let imageSize: Int

    init(count: Int, imageSize: Int, classes: Int, seed: UInt32) {
      var random = RandomState(seed: seed)
      pixels = (0..<count * imageSize).map { index in
        let share = 0.02 + 0.6 * Double(index % imageSize) / Double(imageSize)
        return random.uniform() < share ? UInt8(random.nextUInt32() >> 24) : 0
      }
      labels = (0..<count).map { _ in UInt8(random.nextUInt32() % UInt32(classes)) }
      self.imageSize = imageSize
    }

    var count: Int { labels.count }
    var images: ImageRows { get throws { try images(0..<count) } }
    func images(_ rows: Range<Int>) throws -> ImageRows {
      try ImageRows(
        pixels: pixels, imageSize: imageSize, rows: rows.map { Int32($0) }, scale: 1.0 / 255)
    }
    var plain: [[Double]] {
      (0..<count).map { index in
        pixels[index * imageSize..<(index + 1) * imageSize].map { Double($0) / 255 }
      }
    }
  }

  struct Shape: Sendable, CustomTestStringConvertible {
    let inputs: Int
    let units: [Int]
    let examples: Int
    var testDescription: String { "\(examples) examples, \(inputs) → \(units)" }

    var architecture: Architecture? {
      let hidden = units.dropLast().map { Layer(units: $0, activation: .relu) }
      return units.last.flatMap { classes in
        Architecture(
          inputs: inputs, layers: hidden + [Layer(units: classes, activation: .softmax)])
      }
    }
  }

  static let shapes = [
    Shape(inputs: 9, units: [3], examples: 5),
    Shape(inputs: 30, units: [4, 3], examples: 1),
    Shape(inputs: 64, units: [10, 10], examples: 300),
    Shape(inputs: 25, units: [17, 33, 5], examples: 130),
    Shape(inputs: 40, units: [128, 20], examples: 40),
    Shape(inputs: 1, units: [2, 2], examples: 20),
    Shape(inputs: 20, units: [6, 4], examples: 1150),
  ]

  private func start(_ shape: Shape) throws -> TrainingState {
    var random = RandomState(seed: 11)
    return TrainingState(
      try #require(shape.architecture), uniform: (-0.5, 0.5), random: &random)
  }

  private func examples(_ shape: Shape) -> RandomExamples {
    RandomExamples(
      count: shape.examples, imageSize: shape.inputs, classes: shape.units.last ?? 1, seed: 5)
  }

  @Test("One update moves every weight by the plain gradient", arguments: shapes)
  func gradient(shape: Shape) async throws {
    let (start, examples) = (try start(shape), examples(shape))
    let trainer = Trainer(
      LabelledImages(try examples.images, labels: examples.labels), learningRate: 1, reportEvery: 1,
      threads: 2)
    let end = try await trainer.train(start, until: 1) { _ in true }
    let labels = examples.labels.map(Int.init)
    let expected = ReferenceNetwork(start).gradient(examples.plain, labels: labels)
    for layer in start.layers.indices {
      let moved = zip(start.layers[layer].weights, end.layers[layer].weights).map { $0 - $1 }
      let largest = zip(moved, expected.weights[layer]).map { abs($0 - $1) }.max() ?? 0
      #expect(largest < 2e-6, "weights of layer \(layer)")
      let biases = zip(start.layers[layer].biases, end.layers[layer].biases).map { $0 - $1 }
      let largestBias = zip(biases, expected.biases[layer]).map { abs($0 - $1) }.max() ?? 0
      #expect(largestBias < 2e-6, "biases of layer \(layer)")
    }
    let loss = ReferenceNetwork(start).loss(examples.plain, labels: labels)
    #expect(abs((end.history.first?.loss ?? 0) - loss) < 1e-5)
  }

  @Test("The plain gradient is the slope of the loss, by finite differences")
  func finiteDifferences() throws {
    let shape = Shape(inputs: 12, units: [5, 4, 3], examples: 8)
    let examples = examples(shape)
    let labels = examples.labels.map(Int.init)
    var network = ReferenceNetwork(try start(shape))
    let gradient = network.gradient(examples.plain, labels: labels)
    let h = 1e-6
    for layer in network.weights.indices {
      for index in stride(from: 0, to: network.weights[layer].count, by: 3) {
        let weight = network.weights[layer][index]
        network.weights[layer][index] = weight + h
        let above = network.loss(examples.plain, labels: labels)
        network.weights[layer][index] = weight - h
        let below = network.loss(examples.plain, labels: labels)
        network.weights[layer][index] = weight
        #expect(abs((above - below) / (2 * h) - gradient.weights[layer][index]) < 1e-7)
      }
    }
  }

  @Test("Validation examples are read as the plain network reads them", arguments: shapes)
  func validation(shape: Shape) async throws {
    let (start, examples) = (try start(shape), examples(shape))
    // Other images, which light pixels that no image of the training does.
    let others = RandomExamples(
      count: 90, imageSize: shape.inputs, classes: shape.units.last ?? 1, seed: 6)
    let trainer = Trainer(
      LabelledImages(try examples.images, labels: examples.labels),
      validation: LabelledImages(try others.images, labels: others.labels), learningRate: 1,
      reportEvery: 1, threads: 2)
    let end = try await trainer.train(start, until: 1) { _ in true }
    let network = ReferenceNetwork(start)
    let correct = zip(others.plain, others.labels).count { x, label in
      let probabilities = network.forward(x).last ?? []
      return probabilities.firstIndex(of: probabilities.max() ?? 0) == Int(label)
    }
    #expect(end.history.first?.validated == correct)
    let alone = Trainer(
      LabelledImages(try examples.images, labels: examples.labels), learningRate: 1,
      reportEvery: 1, threads: 2)
    let unvalidated = try await alone.train(start, until: 1) { _ in true }
    #expect(unvalidated.history.first?.validated == nil)
    #expect(unvalidated.layers == end.layers, "looking on changes nothing")
  }

  @Test("Predictions are those of the plain network", arguments: shapes)
  func predictions(shape: Shape) async throws {
    let (start, examples) = (try start(shape), examples(shape))
    let model = try #require(start.model)
    let predictions = try await model.predict(examples.images, threads: 2)
    let classes = shape.units.last ?? 1
    for (index, x) in examples.plain.enumerated() {
      let expected = ReferenceNetwork(start).forward(x).last ?? []
      for c in 0..<classes {
        #expect(abs(Double(predictions.probabilities[index * classes + c]) - expected[c]) < 1e-5)
      }
    }
  }

  @Test("An image is read the same in any company, to the bit")
  func company() async throws {
    let shape = Self.shapes[2]
    let (start, examples) = (try start(shape), examples(shape))
    let model = try #require(start.model)
    let all = try await model.predict(examples.images, threads: 2)
    let some = try await model.predict(examples.images(37..<99), threads: 1)
    let classes = shape.units.last ?? 1
    #expect(some.probabilities == Array(all.probabilities[37 * classes..<99 * classes]))
    #expect(some.classes == Array(all.classes[37..<99]))
  }

  @Test("The same bits for one, two and four threads, on real data")
  func threads() async throws {
    let data = try #require(ClassicData(seed: 0))
    let start = try #require(data.start())
    let labels = try #require(data.training.labels)
    var ends: [TrainingState] = []
    for threads in [1, 2, 4] {
      let trainer = Trainer(
        LabelledImages(try data.images(data.training), labels: labels), learningRate: 0.1,
        reportEvery: 2, threads: threads)
      ends.append(try await trainer.train(start, until: 5) { _ in true })
    }
    #expect(ends[0] == ends[1])
    #expect(ends[0] == ends[2])
  }

  @Test("Stopped, stored and taken up again, it ends with the same bits")
  func resumed() async throws {
    let shape = Self.shapes[3]
    let (start, examples) = (try start(shape), examples(shape))
    let trainer = Trainer(
      LabelledImages(try examples.images, labels: examples.labels), learningRate: 0.1,
      reportEvery: 3,
      threads: 2)
    let whole = try await trainer.train(start, until: 20) { _ in true }
    let stopped = try await trainer.train(start, until: 20) { $0.iteration < 7 }
    #expect(stopped.iteration == 7)
    let restored = try #require(TrainingState(bytes: stopped.bytes))
    #expect(restored == stopped)
    let end = try await trainer.train(restored, until: 20) { _ in true }
    #expect(end == whole)
  }

  @Test("Images of which no pixel is common, or none is lit, are learned from too")
  func sparseImages() async throws {
    let shape = Shape(inputs: 4, units: [3, 2], examples: 8)
    let start = try start(shape)
    for pixels in [[UInt8](repeating: 0, count: 32), [200] + [UInt8](repeating: 0, count: 31)] {
      let images = try ImageRows(
        pixels: pixels, imageSize: 4, rows: (0..<8).map { $0 }, scale: 1.0 / 255)
      let labels: [UInt8] = [0, 1, 0, 1, 0, 1, 1, 1]
      let trainer = Trainer(
        LabelledImages(images, labels: labels), learningRate: 1, reportEvery: 1, threads: 1)
      let end = try await trainer.train(start, until: 1) { _ in true }
      let plain = (0..<8).map { row in (0..<4).map { Double(pixels[row * 4 + $0]) / 255 } }
      let expected = ReferenceNetwork(start).gradient(plain, labels: labels.map(Int.init))
      for layer in start.layers.indices {
        let moved = zip(start.layers[layer].weights, end.layers[layer].weights).map { $0 - $1 }
        #expect((zip(moved, expected.weights[layer]).map { abs($0 - $1) }.max() ?? 0) < 2e-6)
        let biases = zip(start.layers[layer].biases, end.layers[layer].biases).map { $0 - $1 }
        #expect((zip(biases, expected.biases[layer]).map { abs($0 - $1) }.max() ?? 0) < 2e-6)
      }
    }
  }

  @Test("Bytes that are no state are refused")
  func damagedBytes() throws {
    let bytes = try start(Self.shapes[1]).bytes
    for count in 0..<bytes.count { #expect(TrainingState(bytes: Array(bytes[..<count])) == nil) }
    #expect(TrainingState(bytes: bytes + [0]) == nil)
    var huge = bytes
    huge.replaceSubrange(8..<16, with: [255, 255, 255, 255, 255, 255, 255, 127])
    #expect(TrainingState(bytes: huge) == nil)
  }

  @Test("Examples that do not fit the network are an error")
  func mismatches() async throws {
    let shape = Self.shapes[1]
    let (start, examples) = (try start(shape), examples(shape))
    func train(_ images: ImageRows, _ labels: [UInt8]) async throws {
      let trainer = Trainer(
        LabelledImages(images, labels: labels), learningRate: 0.1, reportEvery: 1, threads: 1)
      _ = try await trainer.train(start, until: 1) { _ in true }
    }
    await #expect(throws: TrainingError.labelCount(images: 1, labels: 2)) {
      try await train(examples.images, [0, 1])
    }
    await #expect(throws: TrainingError.label(3, classes: 3)) {
      try await train(examples.images, [3])
    }
    let none = try ImageRows(pixels: [], imageSize: 30, rows: [], scale: 1)
    await #expect(throws: TrainingError.noExamples) { try await train(none, []) }
    let small = try ImageRows(pixels: [1, 2], imageSize: 2, rows: [0], scale: 1)
    await #expect(throws: TrainingError.inputs(network: 30, images: 2)) {
      try await train(small, [0])
    }
    #expect(throws: ImageRowsError.row(1, available: 1)) {
      _ = try ImageRows(pixels: [1, 2], imageSize: 2, rows: [1], scale: 1)
    }
  }
}
