import Architecture
import Network

/// A network laid out for passes of a batch: its passes, and where in memory each one's numbers are.
struct NetworkPlan: Sendable {
  let architecture: Architecture
  /// From first to last: one for most layers, two where the activation is a pass of its own.
  let layers: [any Layer]
  /// The pass after the last one of each layer.
  let ends: [Int]
  /// How many numbers go into each pass, and at the end how many come out of the last one.
  let counts: [Int]
  /// Where the weights and biases of each pass begin, and at the end how many there are in all.
  let parameterStarts: [Int]

  init(_ architecture: Architecture) {
    self.architecture = architecture
    var layers: [any Layer] = []
    var ends: [Int] = []
    var (counts, starts) = ([architecture.input.count], [0])
    let parameterCounts = architecture.parameterCounts
    for (index, spec) in architecture.layers.enumerated() {
      let place = architecture.place(ofLayer: index)
      layers.append(spec.trainable.passes(at: place))
      counts.append(place.output.count)
      starts.append(starts[starts.count - 1] + parameterCounts[index])
      defer { ends.append(layers.count) }
      guard let activation = spec.activation, activation.fused == nil else { continue }
      layers.append(GELU(count: place.output.count))
      counts.append(place.output.count)
      starts.append(starts[starts.count - 1])
    }
    self.layers = layers
    self.ends = ends
    self.counts = counts
    parameterStarts = starts
  }

  /// How many groups of sixteen examples go through side by side: those of a chunk, so that weights are
  /// read once for all of them; one where kernels are laid over images, whose numbers are many and would
  /// not stay near from layer to layer.
  var groups: Int {
    layers.contains { $0 is Convolution } ? 1 : Chunk.size / Lanes.width
  }

  /// Room for the groups that go through side by side.
  var propagations: [Propagation] { (0..<groups).map { _ in Propagation(self) } }

  var parameterCount: Int { parameterStarts[layers.count] }
  var workspaceCount: Int { layers.map(\.workspaceCount).max() ?? 0 }
}
