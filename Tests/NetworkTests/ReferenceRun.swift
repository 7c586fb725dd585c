import Architecture
import Datasets
import Foundation
import Network
import Random

/// What the NumPy reference printed for a seed, in 64-bit floats.
struct ReferenceRun: Decodable {
  let seed: UInt32
  let historyCorrect: [[Int]]
  let trainAccuracyFinalWeights: Double
  let devAccuracy: Double
  let testAccuracy: Double
  let devConfusion: [[Int]]
  let firstTrainingSamples: [[Int]]
  let firstMisclassifiedDev: [[Int]]

  static func read(seed: Int) throws -> ReferenceRun {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/reference-seed\(seed).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(ReferenceRun.self, from: Data(contentsOf: file))
  }
}

/// MNIST as the classic notebook uses it: 42,000 labelled rows, shuffled, 1,000 of them held out.
struct ClassicData {
  let examples: Examples
  let training: ExampleSet
  let dev: ExampleSet
  let test: ExampleSet
  let random: RandomState

  static let all: Examples? = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "notebooks/data/mnist")
    return try? IDXFiles(folder: folder.path()).read()
  }()

  init?(seed: UInt32) {
    guard let examples = Self.all else { return nil }
    var random = RandomState(seed: seed)
    var rows = (0..<Int32(42_000)).map { $0 }
    random.shuffle(&rows)
    self.examples = examples
    self.random = random
    training = ExampleSet(examples, rows: Array(rows[1000...]))
    dev = ExampleSet(examples, rows: Array(rows[..<1000]))
    test = ExampleSet(examples, rows: 42_000..<70_000)
  }

  func images(_ set: ExampleSet) throws -> ImageRows {
    try ImageRows(
      pixels: examples.pixels, imageSize: examples.imageSize, rows: set.rows, scale: 1.0 / 255)
  }

  /// The classic network before its first update.
  func start() throws -> TrainingState {
    var random = random
    let network = try Architecture(
      input: Shape(channels: 1, height: 28, width: 28),
      layers: [.dense(units: 10, .relu), .dense(units: 10, .softmax)])
    return TrainingState(network, .uniform(low: -0.5, high: 0.5), random: &random)
  }
}
