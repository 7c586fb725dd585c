import Architecture
import Network
import Testing

/// What trainings and predictions say that they take, against what is kept of each number.
@Suite struct MemoryNeedsTests {
  private func architecture(_ inputs: Int, _ units: [Int]) throws -> Architecture {
    try Architecture(
      input: Shape(channels: 1, height: 1, width: inputs),
      layers: units.dropLast().map { .dense(units: $0, .relu) }
        + [.dense(units: units.last ?? 1, .softmax)])
  }

  private func training(
    _ architecture: Architecture, examples: Int = 640, validation: Int = 0, threads: Int = 1
  ) -> Int {
    kernels.trainingMemory(
      architecture, examples: examples, validation: validation, threads: threads)
  }

  /// Five copies in 64 bits and, in 32, two of the weights and sixteen gradients: 112 bytes.
  @Test func aTrainingTakesSoMuchForEachParameter() throws {
    let wide = try architecture(784, Array(repeating: 8192, count: 20) + [10])
    let bytes = Double(training(wide)) / Double(wide.parameterCount)
    #expect((111.5..<113.5).contains(bytes), "\(bytes)")
  }

  @Test func imagesTakeAByteAPixelInWholeChunks() throws {
    let network = try architecture(100, [10, 10])
    let few = training(network, examples: 640)
    #expect(training(network, examples: 704) - few == 64 * (100 + 8))
    #expect(training(network, examples: 641) - few == 64 * 100 + 8)
    #expect(training(network, validation: 128) - few == 128 * (100 + 8))
  }

  /// Outputs and slopes of 512 images by 15 units, padded; and the levels that go in.
  @Test func eachThreadTakesItsOwnRoomUpToSixteen() throws {
    let network = try architecture(600, [12, 5])
    let room = 2 * 512 * (15 + 5) * 4 + 512 * 16 * 4 + 600 * 64
    #expect(training(network, threads: 2) - training(network, threads: 1) == room)
    #expect(training(network, threads: 16) == training(network, threads: 256))
  }

  @Test func aPredictionTakesAProbabilityOfEachClassTwice() throws {
    let network = try architecture(100, [10, 7])
    func bytes(_ images: Int) -> Int {
      kernels.predictionMemory(network, images: images, threads: 1)
    }
    #expect(bytes(1_000) - bytes(0) == 1_000 * 2 * (7 * 4 + 8))
    #expect(bytes(0) > network.parameterCount * (8 + 4))
  }

  @Test func convolutionsArePredictedInChunks() throws {
    let network = try Architecture(
      input: Shape(channels: 1, height: 28, width: 28),
      layers: ["conv 4 5x5 relu", "max-pool 2x2", "10 softmax"].map(LayerSpec.init))
    func bytes(_ threads: Int) -> Int {
      kernels.predictionMemory(network, images: 640, threads: threads)
    }
    // What goes into each layer and comes out of the last, and twice the largest, in lanes.
    let counts = [784, 4 * 24 * 24, 4 * 12 * 12, 10]
    let least = (counts.reduce(0, +) + 2 * 2304) * 64
    #expect(bytes(2) - bytes(1) >= least && bytes(2) - bytes(1) < 3 * least)
    #expect(bytes(10) == bytes(64))
  }

  @Test func aLayerThatLooksAtBatchesKeepsAllOfThem() throws {
    func bytes(_ layers: [String], batch: Int) throws -> Int {
      let network = try Architecture(
        input: Shape(channels: 2, height: 12, width: 12), layers: layers.map(LayerSpec.init))
      return kernels.batchTrainingMemory(network, batch: batch, threads: 1)
    }
    let plain = ["conv 4 3x3", "10 softmax"]
    let normalized = ["conv 4 3x3", "batch-norm relu", "10 softmax"]
    // Sixteen examples more, in the same chunk: what each layer gives out, in lanes.
    let kept = (4 * 10 * 10 + 4 * 10 * 10 + 10) * 64
    #expect(try bytes(plain, batch: 48) == bytes(plain, batch: 32))
    #expect(try bytes(normalized, batch: 48) - bytes(normalized, batch: 32) >= kept)
  }
}
