import Architecture
import KernelSets
import Network
import Random
import Testing

/// What computes here.
let kernels = KernelSet.best.kernels

/// Random images with random labels: some pixels are lit in hardly any, some in most of them.
struct RandomExamples {
  let pixels: [UInt8]
  let labels: [UInt16]
  let imageSize: Int

  init(count: Int, imageSize: Int, classes: Int, seed: UInt32) {
    var random = RandomState(seed: seed)
    pixels = (0..<count * imageSize).map { index in
      let share = 0.02 + 0.6 * Double(index % imageSize) / Double(imageSize)
      return random.uniform() < share ? UInt8(random.nextUInt32() >> 24) : 0
    }
    labels = (0..<count).map { _ in UInt16(random.nextUInt32() % UInt32(classes)) }
    self.imageSize = imageSize
  }

  init(pixels: [UInt8], labels: [UInt16], imageSize: Int) {
    self.pixels = pixels
    self.labels = labels
    self.imageSize = imageSize
  }

  var count: Int { labels.count }

  var images: ImageRows { get throws { try images(0..<count) } }

  func images(_ rows: Range<Int>) throws -> ImageRows {
    try ImageRows(
      pixels: pixels, imageSize: imageSize, rows: rows.map { Int32($0) }, scale: 1.0 / 255)
  }

  var labelled: LabelledImages { get throws { LabelledImages(try images, labels: labels) } }

  var plain: [[Double]] {
    (0..<count).map { index in
      pixels[index * imageSize..<(index + 1) * imageSize].map { Double($0) / 255 }
    }
  }
}

/// A network of dense layers and how many examples it is tried on.
struct DenseCase: Sendable, CustomTestStringConvertible {
  let inputs: Int
  let units: [Int]
  let examples: Int

  static let all = [
    DenseCase(inputs: 9, units: [3], examples: 5),
    DenseCase(inputs: 30, units: [4, 3], examples: 1),
    DenseCase(inputs: 64, units: [10, 10], examples: 300),
    DenseCase(inputs: 25, units: [17, 33, 5], examples: 130),
    DenseCase(inputs: 40, units: [128, 20], examples: 40),
    DenseCase(inputs: 1, units: [2, 2], examples: 20),
    DenseCase(inputs: 20, units: [6, 4], examples: 1150),
  ]

  var testDescription: String { "\(examples) examples, \(inputs) → \(units)" }

  var classes: Int { units.last ?? 1 }

  var architecture: Architecture {
    get throws {
      try Architecture(
        input: Shape(channels: 1, height: 1, width: inputs),
        layers: units.dropLast().map { .dense(units: $0, .relu) }
          + [.dense(units: classes, .softmax)])
    }
  }

  /// The state before the first update.
  func start() throws -> TrainingState {
    var random = RandomState(seed: 11)
    return TrainingState(try architecture, .uniform(low: -0.5, high: 0.5), random: &random)
  }

  /// Examples that the network fits.
  func randomExamples() -> RandomExamples {
    RandomExamples(count: examples, imageSize: inputs, classes: classes, seed: 5)
  }
}

extension ReferenceNetwork {
  /// The plain twin of a network of dense layers.
  init(_ state: TrainingState) {
    let layers = state.architecture.layers.indices
    self.init(
      state.architecture, weights: layers.map { state.parameters[$0, "weights"] },
      biases: layers.map { state.parameters[$0, "biases"] })
  }
}

/// The largest difference between two lists of numbers; infinite where one is longer.
func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
}
