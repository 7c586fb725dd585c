import Datasets
import Network
import Random
import Testing

/// The code that the first notebook shows is what the fast kernels compute.
@Suite struct PlainNetworkTests {
  /// Real digits, enough to light every part of the image.
  private static let count = 400

  private struct Digits {
    let fast: LabelledImages
    let images: [[Double]]
    let labels: [Int]
    let data: ClassicData
  }

  private static func digits() throws -> Digits {
    let data = try #require(ClassicData(seed: 0))
    let size = data.examples.imageSize
    let rows = Array(data.training.rows.prefix(count))
    let labels = Array(try #require(data.training.labels).prefix(count))
    let images = rows.map { row in
      data.examples.pixels[Int(row) * size..<(Int(row) + 1) * size].map { Double($0) / 255 }
    }
    let fast = try ImageRows(
      pixels: data.examples.pixels, imageSize: size, rows: rows, scale: 1.0 / 255)
    return Digits(
      fast: LabelledImages(fast, labels: labels), images: images, labels: labels.map(Int.init),
      data: data)
  }

  private static func start(_ data: ClassicData) -> PlainNetwork {
    var random = data.random
    return PlainNetwork(
      pixels: data.examples.imageSize, hidden: 10, digits: 10, between: -0.5, and: 0.5, &random)
  }

  private static func difference(_ plain: PlainNetwork, _ fast: TrainingState) -> Double {
    let pairs = [
      (Array(plain.hiddenWeights.joined()), fast.parameters[0, "weights"]),
      (plain.hiddenBiases, fast.parameters[0, "biases"]),
      (Array(plain.outputWeights.joined()), fast.parameters[1, "weights"]),
      (plain.outputBiases, fast.parameters[1, "biases"]),
    ]
    return pairs.map { largestDifference($0.0, $0.1) }.max() ?? .infinity
  }

  @Test("The plain network begins with the same weights and biases, to the bit")
  func initialWeights() throws {
    let data = try #require(ClassicData(seed: 0))
    #expect(Self.difference(Self.start(data), try data.start()) == 0)
  }

  @Test("The plain network is trained to the same weights, losses and readings")
  func training() async throws {
    let digits = try Self.digits()
    let trainer = Trainer(
      digits.fast, learningRate: 0.1, historyInterval: 5, threads: 2, kernels: kernels)
    let fast = try await trainer.train(digits.data.start(), until: 20) { _ in true }
    var plain = Self.start(digits.data)
    for entry in fast.history {
      #expect(entry.iteration.isMultiple(of: 5))
      #expect(abs(plain.loss(digits.images, digits.labels) - entry.loss) < 1e-5)
      let right = plain.accuracy(digits.images, digits.labels) * Double(Self.count)
      #expect(abs(right - Double(entry.correct)) < 0.5, "iteration \(entry.iteration)")
      plain.train(digits.images, digits.labels, rate: 0.1, iterations: 5)
    }
    #expect(Self.difference(plain, fast) < 1e-5)
  }

  @Test("The slopes that the plain network derives are those of its loss")
  func slopes() throws {
    let digits = try Self.digits()
    let plain = Self.start(digits.data)
    let (image, label) = (digits.images[0], digits.labels[0])
    let slopes = plain.backward(image, label)
    let step = 1e-6
    for (unit, pixel) in [(0, 350), (3, 400), (7, 430), (9, 500)] {
      var (above, below) = (plain, plain)
      above.hiddenWeights[unit][pixel] += step
      below.hiddenWeights[unit][pixel] -= step
      let measured = (above.loss([image], [label]) - below.loss([image], [label])) / (2 * step)
      #expect(abs(measured - slopes.hiddenWeights[unit][pixel]) < 1e-6)
    }
    for (digit, unit) in [(0, 0), (label, 5), (9, 9)] {
      var (above, below) = (plain, plain)
      above.outputWeights[digit][unit] += step
      below.outputWeights[digit][unit] -= step
      let measured = (above.loss([image], [label]) - below.loss([image], [label])) / (2 * step)
      #expect(abs(measured - slopes.outputWeights[digit][unit]) < 1e-6)
    }
  }
}
