package import Architecture

/// The network as the textbook writes it: one example and one number at a time, in 64 bits.
///
/// Too slow to train with, and too plain to be wrong: what the fast kernels compute is compared
/// with it.
package struct ReferenceNetwork {
  package let architecture: Architecture
  /// For each layer as its first tensor, row by row; none where it has no weights.
  package var weights: [[Double]]
  package var biases: [[Double]]
  /// For each layer the tensors that are not learned but known, such as means.
  private let known: [[[Double]]]

  /// Takes the weights and the biases of each layer, and what else it knows.
  package init(
    _ architecture: Architecture, weights: [[Double]], biases: [[Double]],
    known: [[[Double]]] = []
  ) {
    self.known = known
    self.architecture = architecture
    self.weights = weights
    self.biases = biases
  }

  /// The output of each layer for one example, the example itself first.
  package func forward(_ x: [Double]) -> [[Double]] {
    var outputs = [x]
    for (layer, spec) in architecture.layers.enumerated() {
      let z = self.layer(layer).forward(outputs[layer])
      outputs.append(Self.activate(z, spec.activation))
    }
    return outputs
  }

  private func layer(_ index: Int) -> any ReferenceLayer {
    architecture.layers[index].referenced.twin(
      at: architecture.place(ofLayer: index),
      [weights[index], biases[index]] + (known.isEmpty ? [] : known[index]))
  }

  /// The numbers that go into each layer's activation and what comes of them, for the examples of a
  /// batch while the network is trained; the examples themselves come first.
  private func forward(batch x: [[Double]]) -> (sums: [[[Double]]], outputs: [[[Double]]]) {
    var (sums, outputs) = ([[[Double]]](), [x])
    for (index, spec) in architecture.layers.enumerated() {
      let z = layer(index).forward(batch: outputs[index])
      sums.append(z)
      outputs.append(z.map { Self.activate($0, spec.activation) })
    }
    return (sums, outputs)
  }

  private static func activate(_ z: [Double], _ activation: Activation?) -> [Double] {
    switch activation {
    case .softmax: softmax(z)
    case let activation?: z.map { value(of: activation, $0) }
    case nil: z
    }
  }

  private static func softmax(_ z: [Double]) -> [Double] {
    let largest = z.max() ?? 0
    let powers = z.map { exponential($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The mean cross-entropy of some examples that are trained on together, in nats.
  package func loss(_ examples: [[Double]], labels: [Int]) -> Double {
    let probabilities = forward(batch: examples).outputs[architecture.layers.count]
    let entropies = zip(probabilities, labels).map { -naturalLogarithm($0[$1]) }
    return entropies.reduce(0, +) / Double(examples.count)
  }

  /// The gradient of the mean cross-entropy by every weight and bias.
  package func gradient(_ examples: [[Double]], labels: [Int]) -> (
    weights: [[Double]], biases: [[Double]]
  ) {
    var dW = weights.map { Array(repeating: 0.0, count: $0.count) }
    var db = biases.map { Array(repeating: 0.0, count: $0.count) }
    let (sums, outputs) = forward(batch: examples)
    var dy = zip(outputs[architecture.layers.count], labels).map { probabilities, label in
      probabilities.enumerated().map {
        ($1 - ($0 == label ? 1 : 0)) / Double(examples.count)
      }
    }
    for index in architecture.layers.indices.reversed() {
      let activation = architecture.layers[index].activation
      let dz = zip(sums[index], dy).map { slope(of: activation, $0, $1) }
      var gradient = [dW[index], db[index]]
      dy = layer(index).backward(batch: outputs[index], dz, &gradient)
      (dW[index], db[index]) = (gradient[0], gradient[1])
    }
    return (dW, db)
  }

  private static func value(of activation: Activation, _ z: Double) -> Double {
    switch activation {
    case .relu: max(0, z)
    case .leakyReLU: z > 0 ? z : 0.01 * z
    case .tanh: tanh(z)
    case .sigmoid: 1 / (1 + exponential(-z))
    case .gelu: z / 2 * (1 + tanh((2 / Double.pi).squareRoot() * (z + 0.044715 * z * z * z)))
    case .softmax: z
    }
  }

  /// f'(z) dy; that of the softmax is in dy already.
  private func slope(of activation: Activation?, _ z: [Double], _ dy: [Double]) -> [Double] {
    guard let activation, activation != .softmax else { return dy }
    return zip(z, dy).map { Self.slope(of: activation, $0) * $1 }
  }

  private static func slope(of activation: Activation, _ z: Double) -> Double {
    let y = value(of: activation, z)
    switch activation {
    case .relu: return z > 0 ? 1 : 0
    case .leakyReLU: return z > 0 ? 1 : 0.01
    case .tanh: return 1 - y * y
    case .sigmoid: return y * (1 - y)
    case .gelu:
      let scale = (2 / Double.pi).squareRoot()
      let t = tanh(scale * (z + 0.044715 * z * z * z))
      return (1 + t) / 2 + z / 2 * (1 - t * t) * scale * (1 + 3 * 0.044715 * z * z)
    case .softmax: return 1
    }
  }

  private static func tanh(_ z: Double) -> Double { 1 - 2 / (exponential(2 * z) + 1) }
}
