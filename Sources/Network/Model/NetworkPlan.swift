import Architecture

/// A network laid out for passes of a batch: its passes, and where in memory each one's numbers are.
struct NetworkPlan: Sendable {
  let architecture: Architecture
  /// From first to last: one for most layers, two where the activation is a pass of its own.
  let layers: [any Layer]
  /// How many numbers go into each pass, and at the end how many come out of the last one.
  let counts: [Int]
  /// Where the weights and biases of each pass begin, and at the end how many there are in all.
  let parameterStarts: [Int]

  init(_ architecture: Architecture) {
    self.architecture = architecture
    var layers: [any Layer] = []
    var (counts, starts) = ([architecture.input.count], [0])
    for (index, spec) in architecture.layers.enumerated() {
      let (input, output) = (architecture.shapes[index], architecture.shapes[index + 1])
      layers.append(spec.layer(index, from: input, to: output))
      counts.append(output.count)
      starts.append(starts[starts.count - 1] + architecture.parameterCounts[index])
      guard spec.activation == .gelu else { continue }
      layers.append(GELU(count: output.count))
      counts.append(output.count)
      starts.append(starts[starts.count - 1])
    }
    self.layers = layers
    self.counts = counts
    parameterStarts = starts
  }

  var parameterCount: Int { parameterStarts[layers.count] }
  var workspaceCount: Int { layers.map(\.workspaceCount).max() ?? 0 }
}

extension LayerSpec {
  /// The pass of the layer, without an activation that is one of its own.
  fileprivate func layer(_ index: Int, from input: Shape, to output: Shape) -> any Layer {
    let activation = activation == .gelu ? nil : activation
    switch self {
    case .dense(let units, _):
      return DenseLayer(units: units, inputs: input.count, activation: activation)
    case .conv(let channels, let kernel, let stride, let padding, _):
      return Convolution(
        channels: channels, kernel: kernel, stride: stride, margins: padding.margins(for: kernel),
        activation, input: input, output: output)
    case .maxPool(let window): return MaxPooling(window: window, input: input, output: output)
    case .averagePool(let window):
      return AveragePooling(window: window, input: input, output: output)
    case .dropout(let share): return Dropout(share: share, count: input.count, layer: index)
    }
  }
}
