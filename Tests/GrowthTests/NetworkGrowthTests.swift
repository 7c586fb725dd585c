import Architecture
import CWork
import KernelSets
import Network
import Testing

/// Networks take work in proportion to their layers.
@Suite(.serialized, .enabled(if: work_counts_bytes())) struct NetworkGrowthTests {
  /// Layers that leave their one pixel as it is, and one that classifies it.
  private static func architecture(_ layer: String, _ count: Int) throws -> Architecture {
    let layers = try [LayerSpec](repeating: LayerSpec(layer), count: count)
    return try Architecture(
      input: .init(channels: 1, height: 1, width: 1), layers: layers + [LayerSpec("2 softmax")])
  }

  @Test("A network is laid out in proportion to its layers")
  func plans() throws {
    let bytes = try [1000, 2000, 4000].map { count in
      let architecture = try Self.architecture("batch-norm", count)
      return Work.counted {
        _ = KernelSet.best.kernels.batchTrainingMemory(architecture, batch: 2, threads: 1)
      }.work.bytes
    }
    let growth = Growth(figures: bytes)
    #expect(growth.isLinear(slack: 1 << 20), "\(growth) bytes")
  }

  @Test("The tensors of all layers are found in proportion to them, but for a logarithm")
  func tensors() throws {
    let steps = try [1000, 2000, 4000].map { count in
      let architecture = try Self.architecture("1 relu", count)
      let parameters = Parameters<Float>(architecture) { shape in
        [Float](repeating: shape.name == "biases" ? 1 : 0, count: shape.count)
      }
      let (sum, work) = Work.counted {
        architecture.layers.indices.reduce(0) { sum, layer in
          sum + parameters[layer, "weights"].count + parameters[layer, "biases"].count
            + parameters[layer, "none"].count
        }
      }
      #expect(try sum.get() == 2 * count + 4)
      #expect(parameters[count, "biases"] == [1, 1] && parameters[count + 1, "biases"].isEmpty)
      return work.steps
    }
    let growth = Growth(figures: steps)
    #expect(growth.isLinear(slack: 100_000), "\(growth) steps")
  }
}
