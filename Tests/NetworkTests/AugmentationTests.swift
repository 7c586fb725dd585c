import Architecture
import Foundation
import Kernels
import Learning
import Network
import Random
import Testing

@Suite struct AugmentationTests {
  private static let shape = Shape(channels: 2, height: 11, width: 14)
  private let levels = RandomExamples(count: 1, imageSize: shape.count, classes: 2, seed: 5).pixels

  private func augmentation(_ texts: String..., seed: UInt32 = 3) throws -> ImageAugmentation {
    let changes = texts.compactMap { Augmentation($0) }
    #expect(changes.count == texts.count)
    return try #require(ImageAugmentation(changes, seed: seed, shape: Self.shape))
  }

  @Test("Images are bent as the splines of the plain twin say")
  func elastic() throws {
    let augmentation = try augmentation("elastic 2")
    for example in 0..<5 as Range<Int32> {
      let resampling = augmentation.resampling(example: example, epoch: 2)
      let bends = try #require(resampling.bend).controls
      #expect(bends.allSatisfy { abs($0.x) <= 2 && abs($0.y) <= 2 })
      let plain = ReferenceResampling(
        shape: Self.shape, shift: (0, 0), matrix: [[1, 0], [0, 1]],
        bends: bends.map { SIMD2<Double>($0) })
      let found = resampling.image(of: levels)
      #expect(largestDifference(found.map(Double.init), plain.image(of: levels)) < 1e-2)
    }
  }

  struct Resampled: Decodable, Sendable {
    let shape: [Int]
    let shift: [Double]
    let halfTurns: Double
    let scale: Double
    let shear: Double
    let levels: [UInt8]
    let image: [Double]

    private enum CodingKeys: String, CodingKey {
      case shape, shift, scale, shear, levels, image
      case halfTurns = "half-turns"
    }

    static let all: [Resampled] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/pytorch-images.json")
      guard let data = try? Data(contentsOf: file) else { return [] }
      return (try? JSONDecoder().decode([Resampled].self, from: data)) ?? []
    }()
  }

  @Test(
    "Images are turned, scaled, sheared and shifted as PyTorch's grid_sample does",
    arguments: Resampled.all)
  func affine(torch: Resampled) {
    let shape = Shape(channels: torch.shape[0], height: torch.shape[1], width: torch.shape[2])
    let map = AffineMap(
      shift: (torch.shift[0], torch.shift[1]), halfTurns: torch.halfTurns, scale: torch.scale,
      shear: torch.shear)
    let found = ImageResampling(shape, map).image(of: torch.levels)
    #expect(largestDifference(found.map(Double.init), torch.image) < 1e-2)
    let (cos, sin) = (
      cosine(halfTurns: torch.halfTurns) / torch.scale,
      sine(halfTurns: torch.halfTurns) / torch.scale
    )
    let plain = ReferenceResampling(
      shape: shape, shift: (torch.shift[0], torch.shift[1]),
      matrix: [[cos, cos * torch.shear - sin], [sin, sin * torch.shear + cos]])
    #expect(largestDifference(plain.image(of: torch.levels), torch.image) < 1e-9)
  }

  @Test("There are images to compare")
  func cases() { #expect(Resampled.all.count == 6) }

  @Test("Every example and epoch is changed in its own way, and again the same")
  func drawn() throws {
    let augmentation = try augmentation("shift 2", "rotate 10", "scale 0.1", "shear 5", "elastic 1")
    let images = (0..<4).flatMap { epoch in
      (0..<4).map { augmentation.resampling(example: $0, epoch: epoch).image(of: levels) }
    }
    #expect(Set(images).count == 16)
    #expect(augmentation.resampling(example: 3, epoch: 3).image(of: levels) == images[15])
    let other = try self.augmentation("shift 2", "rotate 10", seed: 4)
    #expect(other.resampling(example: 3, epoch: 3).image(of: levels) != images[15])
  }

  @Test("No two changes of an example are made of the same draws")
  func ownDraws() throws {
    let random = CounterRandom(seed: 3, purpose: 3)
    let bend = try #require(try augmentation("elastic 1").resampling(example: 6, epoch: 2).bend)
    let draws = (0..<18).flatMap { number -> [SIMD2<Float>] in
      // Shift, rotation and scale have the first counter, shear has the second.
      let words = SIMD4<Double>(random.words([UInt32(number + 2), 0, 2, 6])) * 0x1p-31 - 1
      return [SIMD4<Float>(words).lowHalf, SIMD4<Float>(words).highHalf]
    }
    #expect(bend.controls == draws)
  }

  @Test("A shift stays within its pixels, and is even over them")
  func shifts() throws {
    let augmentation = try augmentation("shift 2")
    var lone = [UInt8](repeating: 0, count: Self.shape.count)
    lone[5 * 14 + 7] = 200
    var sum = (across: 0.0, down: 0.0)
    for example in 0..<400 as Range<Int32> {
      let image = augmentation.resampling(example: example, epoch: 0).image(of: lone)
      #expect(abs(image.reduce(0, +) - 200) < 1e-2)
      let across = image.indices.reduce(0.0) { $0 + Double($1 % 14) * Double(image[$1]) / 200 } - 7
      let down = image.indices.reduce(0.0) { $0 + Double($1 / 14) * Double(image[$1]) / 200 } - 5
      #expect(abs(across) < 2.01 && abs(down) < 2.01)
      sum = (sum.across + across, sum.down + down)
    }
    #expect(abs(sum.across / 400) < 0.2 && abs(sum.down / 400) < 0.2)
  }

  @Test(
    "The largest change of each kind is one",
    arguments: ["shift 64", "rotate 180", "scale 0.9", "shear 60", "elastic 64"])
  func largest(text: String) {
    #expect(Augmentation(text) != nil)
    #expect(Augmentation(text + ".1") == nil)
    #expect(Augmentation(text + "1") == nil)
  }

  @Test(
    "What is no change is none",
    arguments: ["shift", "shift 0", "shift -1", "rotate 181", "scale 1", "bend 2", "shift 2 3", ""])
  func refused(text: String) {
    #expect(Augmentation(text) == nil)
  }

  @Test(
    "A training with changed images has the same bits for any number of threads, resumed or not")
  func bits() async throws {
    let network = BatchCase(
      input: Shape(channels: 1, height: 9, width: 8),
      layers: ["conv 4 3x3", "batch-norm relu", "dropout 0.2", "3 softmax"], examples: 150)
    let examples = try network.randomExamples().labelled
    let training = BatchTraining(
      batch: 70, optimizer: Adam(), learningRate: LearningRate(0.01, .oneCycle).warmingUp(1),
      length: .epochs(4), seed: 9, historyInterval: nil,
      augmentations: try ["shift 1", "rotate 20", "elastic 1"].map {
        try #require(Augmentation($0))
      })
    let start = try network.start()
    let whole = try await BatchTrainer(examples, training, threads: 1, kernels: kernels).train(
      start, until: 12)
    for threads in [2, 3, 7] {
      let trainer = BatchTrainer(examples, training, threads: threads, kernels: kernels)
      let half = try await trainer.train(start, until: 5)
      let restored = try #require(BatchTrainingState(bytes: half.bytes))
      #expect(try await trainer.train(restored, until: 12) == whole)
    }
    #expect(whole.history.count == 4 && whole.hasFiniteWeights)
  }
}
