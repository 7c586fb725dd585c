import Architecture

/// A network laid out for passes of a batch: its layers, and where in memory each one's numbers are.
struct NetworkPlan: Sendable {
  let architecture: Architecture
  let layers: [any Layer]
  /// Where the weights and biases of each layer begin, and at the end how many there are in all.
  let parameterStarts: [Int]

  init(_ architecture: Architecture) {
    self.architecture = architecture
    layers = architecture.layers.indices.map { index in
      architecture.layers[index].layer(
        from: architecture.shapes[index], to: architecture.shapes[index + 1])
    }
    var starts = [0]
    for count in architecture.parameterCounts { starts.append(starts[starts.count - 1] + count) }
    parameterStarts = starts
  }

  var parameterCount: Int { parameterStarts[layers.count] }
  var workspaceCount: Int { layers.map(\.workspaceCount).max() ?? 0 }
}

extension LayerSpec {
  /// The passes of the layer.
  fileprivate func layer(from input: Shape, to output: Shape) -> any Layer {
    switch self {
    case .dense(let units, let activation):
      DenseLayer(units: units, inputs: input.count, activation: activation)
    case .conv(let channels, let kernel, let stride, let padding, let activation):
      Convolution(
        channels: channels, kernel: kernel, stride: stride, margins: padding.margins(for: kernel),
        activation, input: input, output: output)
    case .maxPool(let window):
      MaxPooling(window: window, input: input, output: output)
    }
  }
}
