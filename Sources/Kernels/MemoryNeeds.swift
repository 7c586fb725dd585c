package import Architecture
import Network

// What networks take of memory at their height, reckoned by the sizes of what is allocated, before
// any of it is.

extension VectorKernels {
  package func trainingMemory(
    _ architecture: Architecture, examples: Int, validation: Int, threads: Int
  ) -> Int {
    let workers = max(1, min(threads, Shards.count))
    let layers = DenseWeights.memory(of: architecture)
    let images = TrainingImages.memory(examples, pixels: architecture.input.count)
    return Self.stateMemory(of: architecture)
      + layers.weights + Shards.count * layers.gradient
      + workers * DensePropagation.memory(of: architecture)
      + images + TrainingImages.memory(validation, pixels: architecture.input.count)
  }

  /// The weights with what is remembered of each, twice for a checkpoint and the file that it goes
  /// into, a gradient for each chunk of a batch, and what each thread works on.
  package func batchTrainingMemory(_ architecture: Architecture, batch: Int, threads: Int) -> Int {
    let chunks = Chunk.count(for: batch)
    let (state, checkpoint, mean) = (4, 2 * 4, 1)
    // Where a layer looks at batches, each group of one keeps what it has computed.
    let plan = NetworkPlan(architecture)
    let looksAtBatches = plan.layers.contains { $0 is BatchNormalization }
    let staged = looksAtBatches ? Lanes.groups(for: batch) : 0
    return (state + checkpoint + mean + chunks) * architecture.parameterCount * Float.bytes
      + (staged + plan.groups * max(1, min(threads, chunks))) * Propagation.memory(of: architecture)
  }

  package func predictionMemory(
    _ architecture: Architecture, images: Int, threads: Int
  ) -> Int {
    // A probability of each class and the class, in the making and as what is returned.
    let results = 2 * images * (architecture.classes * Float.bytes + Int.bytes)
    guard architecture.isClassic else {
      let workers = max(1, min(threads, Chunk.count(for: images)))
      return results + architecture.parameterCount * Float.bytes
        + workers * NetworkPlan(architecture).groups * Propagation.memory(of: architecture)
    }
    let workers = max(1, min(threads, Shards.count))
    let lines = ImageBlock.size * architecture.input.count
    // The kernels take the numbers over from 64 bits.
    return results + architecture.parameterCount * Double.bytes
      + DenseWeights.memory(of: architecture).weights
      + workers * (DensePropagation.memory(of: architecture) + lines)
  }

  /// The state that a training began with and the one it has come to, and the larger of what is made
  /// beside them: the mean gradient, or a checkpoint and the file that it goes into.
  private static func stateMemory(of architecture: Architecture) -> Int {
    // A checkpoint grows byte by byte: in the making it may have twice its room.
    let (states, checkpoint) = (2, 2 + 1)
    return (states + checkpoint) * architecture.parameterCount * Double.bytes
  }
}

extension DenseWeights {
  /// The bytes of the weights of all layers, and of a gradient of theirs.
  fileprivate static func memory(of architecture: Architecture) -> (weights: Int, gradient: Int) {
    var (weights, gradient) = (0, 0)
    for (index, output) in architecture.shapes.dropFirst().enumerated() {
      let (inputs, units) = (architecture.shapes[index].count, output.count)
      let rows = max(
        TiledMatrix.memory(rows: inputs, columns: units),
        // Pixels that are rare are padded to whole lanes.
        index == 0 ? Lanes.groups(for: units) * Lanes.bytes * inputs : 0)
      let biases = TiledMatrix.memory(rows: 1, columns: units)
      let transposed = index == 0 ? 0 : TiledMatrix.memory(rows: units, columns: inputs)
      gradient += rows + biases
      weights += rows + biases + transposed
    }
    return (weights, gradient)
  }
}

extension TiledMatrix {
  fileprivate static func memory(rows: Int, columns: Int) -> Int {
    rows * LaneTile.tiles(for: columns) * LaneTile.width * Float.bytes
  }
}

extension DensePropagation {
  /// What one thread computes of a block of images: outputs and slopes of each layer, and levels.
  fileprivate static func memory(of architecture: Architecture) -> Int {
    let units = architecture.shapes.dropFirst().reduce(0) { sum, shape in
      sum + LaneTile.tiles(for: shape.count) * LaneTile.width
    }
    let first = architecture.shapes[1].count
    let rare = Lanes.groups(for: first) * Lanes.width * ImageBlock.size * Float.bytes
    return 2 * ImageBlock.size * units * Float.bytes + rare
      + max(architecture.input.count, ImageBlock.size) * Lanes.bytes
  }
}

extension Propagation {
  fileprivate static func memory(of architecture: Architecture) -> Int {
    let plan = NetworkPlan(architecture)
    let counts = architecture.shapes.map(\.count)
    return (counts.reduce(0, +) + 2 * (counts.max() ?? 0) + plan.workspaceCount) * Lanes.bytes
  }
}

extension TrainingImages {
  /// A byte for each pixel of whole chunks, and where the rare ones of each image begin: rare ones
  /// are lit in less than a quarter of the images and take three bytes where they are.
  fileprivate static func memory(_ count: Int, pixels: Int) -> Int {
    Chunk.count(for: count) * Chunk.size * pixels + count * Int.bytes
  }
}

extension FixedWidthInteger {
  fileprivate static var bytes: Int { MemoryLayout<Self>.size }
}

extension BinaryFloatingPoint {
  fileprivate static var bytes: Int { MemoryLayout<Self>.size }
}

extension Lanes {
  fileprivate static var bytes: Int { MemoryLayout<Self>.size }
}
