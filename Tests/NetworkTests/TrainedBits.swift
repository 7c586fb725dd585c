import Architecture
import Learning
import Network
import Random

/// A small training on images that are drawn, always the same ones.
struct TrainedBits {
  let input: Shape
  let layers: [LayerSpec]
  let examples: Int
  /// Whether images are changed, labels smoothed and the rate not the same.
  var isRefined = false

  static let all = [
    TrainedBits(
      input: Shape(channels: 1, height: 28, width: 28),
      layers: [.dense(units: 10, .relu), .dense(units: 10, .softmax)], examples: 3000),
    TrainedBits(
      input: Shape(channels: 1, height: 9, width: 7),
      layers: [.dense(units: 37, .relu), .dense(units: 21, .relu), .dense(units: 5, .softmax)],
      examples: 1111),
    TrainedBits(
      input: Shape(channels: 1, height: 13, width: 12),
      layers: [
        .conv(channels: 6, kernel: KernelSize(height: 5, width: 3), padding: .same, .relu),
        .maxPool(KernelSize(height: 2, width: 2)),
        .conv(channels: 5, kernel: KernelSize(height: 3, width: 3), stride: 2, .relu),
        .dense(units: 19, .relu), .dense(units: 7, .softmax),
      ], examples: 500),
    TrainedBits(
      input: Shape(channels: 2, height: 11, width: 10),
      layers: [
        .conv(channels: 6, kernel: KernelSize(height: 3, width: 3), padding: .same, .gelu),
        .batchNorm(.tanh), .averagePool(KernelSize(height: 2, width: 2)), .dropout(0.25),
        .dense(units: 21, .sigmoid), .dense(units: 18, .leakyReLU), .dense(units: 5, .softmax),
      ], examples: 410, isRefined: true),
    TrainedBits(
      input: Shape(channels: 1, height: 13, width: 11),
      layers: [
        .conv(channels: 11, kernel: KernelSize(height: 3, width: 3), padding: .same, .relu),
        .conv(channels: 18, kernel: KernelSize(height: 5, width: 4), padding: .cells(2), nil),
        .batchNorm(.relu), .maxPool(KernelSize(height: 2, width: 2)),
        .conv(channels: 9, kernel: KernelSize(height: 3, width: 2), .tanh),
        .dense(units: 5, .softmax),
      ], examples: 300),
  ]

  /// The layers, and digests of where the training ends and of what its network predicts.
  func line(_ kernels: any NetworkKernels) async throws -> String {
    var random = RandomState(seed: 7)
    let examples = try randomExamples(&random)
    let network = try Architecture(input: input, layers: layers)
    let words = "\(input), " + layers.map(\.text).joined(separator: ", ")
    if network.isClassic {
      let start = TrainingState(network, .uniform(low: -0.5, high: 0.5), random: &random)
      let trainer = Trainer(
        examples, validation: examples, learningRate: 0.5, historyInterval: 5, threads: 2,
        kernels: kernels)
      let end = try await trainer.train(start, until: 20) { _ in true }
      let bits = try await predictions(end.model, examples.images, kernels)
      return
        "\(words): \(digest(end.parameters.tensors.flatMap { $0.numbers.map(\.bitPattern) })) \(digest(bits))"
    }
    let start = BatchTrainingState(
      network, .he, examples: self.examples, optimizer: Adam(), random: &random)
    let training =
      isRefined
      ? BatchTraining(
        batch: 150, optimizer: AdamW(weightDecay: 0.01),
        learningRate: LearningRate(0.01, .oneCycle),
        length: .iterations(20), seed: 7, historyInterval: 5, smoothing: 0.1,
        augmentations: ["shift 1", "rotate 15", "scale 0.1", "shear 5", "elastic 1"]
          .compactMap { Augmentation($0) })
      : BatchTraining(
        batch: 150, optimizer: Adam(), learningRate: LearningRate(0.01), length: .iterations(20),
        seed: 7, historyInterval: 5)
    let trainer = BatchTrainer(examples, training, threads: 2, kernels: kernels)
    let end = try await trainer.train(start, until: 20)
    let weights = end.parameters.tensors.flatMap { $0.numbers.map(\.bitPattern) }
    let bits = try await predictions(end.model, examples.images, kernels)
    return "\(words): \(digest(weights)) \(digest(bits))"
  }

  private func predictions(
    _ model: Model, _ images: ImageRows, _ kernels: any NetworkKernels
  ) async throws -> [UInt32] {
    try await model.predict(images, kernels, threads: 2).probabilities.map(\.bitPattern)
  }

  private func randomExamples(_ random: inout RandomState) throws -> LabelledImages {
    let pixels = (0..<examples * input.count).map { index in
      let share = 0.02 + 0.6 * Double(index % input.count) / Double(input.count)
      return random.uniform() < share ? UInt8(random.nextUInt32() >> 24) : 0
    }
    // What the first pixels show decides the class, so that there is something to learn.
    let classes = UInt32(try Architecture(input: input, layers: layers).classes)
    let labels = (0..<examples).map { example in
      let middle = example * input.count + input.count / 2
      return UInt16((UInt32(pixels[middle]) + UInt32(pixels[middle + 1])) % classes)
    }
    let images = try ImageRows(
      pixels: pixels, imageSize: input.count, rows: (0..<Int32(examples)).map { $0 },
      scale: 1.0 / 255)
    return LabelledImages(images, labels: labels)
  }

  /// The digest FNV-1a of some numbers, in 64 bits.
  private func digest(_ numbers: [some FixedWidthInteger]) -> String {
    let hash = numbers.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64(truncatingIfNeeded: $1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
