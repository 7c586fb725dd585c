/// A network without its numbers: the shape of what goes in, and the layers from first to last.
package struct Architecture: Sendable, Hashable {
  package let input: Shape
  package let layers: [LayerSpec]
  /// What goes into each layer, and at the end what comes out of the last one.
  package let shapes: [Shape]

  /// Numbers that the layers make of one example at most, and weights and biases: far beyond what can
  /// be trained, and so few that no sum over examples and layers leaves the integers.
  private static let (mostOutputs, mostParameters) = (1 << 28, 1 << 36)

  /// Takes layers that fit one another, of which the last, and only the last, is a softmax.
  package init(input: Shape, layers: [LayerSpec]) throws(ArchitectureError) {
    try Self.checkOutput(of: layers)
    guard input.isImage else { throw .input(input) }
    var shapes = [input]
    var (outputs, parameters) = (0, 0)
    for (index, layer) in layers.enumerated() {
      let shape: Shape
      do throws(LayerMisfit) {
        shape = try layer.output(of: shapes[index])
      } catch {
        throw .misfit(layer: index, error)
      }
      outputs += shape.count
      parameters += layer.parameters(of: shapes[index]).reduce(0) { $0 + $1.count }
      guard outputs <= Self.mostOutputs, parameters <= Self.mostParameters else {
        throw .tooLarge(layer: index)
      }
      shapes.append(shape)
    }
    self.input = input
    self.layers = layers
    self.shapes = shapes
  }

  /// Throws where layers end in no probabilities; all that can be said before there are images.
  package static func checkOutput(of layers: [LayerSpec]) throws(ArchitectureError) {
    guard let last = layers.last, last.activation == .softmax else { throw .lastIsNoSoftmax }
    if let layer = layers.dropLast().firstIndex(where: { $0.activation == .softmax }) {
      throw .softmaxWithin(layer: layer)
    }
  }

  /// How many classes the last layer tells apart.
  package var classes: Int { shapes[layers.count].count }

  /// The weights and biases of a layer.
  package func parameters(ofLayer layer: Int) -> [ParameterShape] {
    layers[layer].parameters(of: shapes[layer])
  }

  /// Whether every layer is learned from all examples at once too.
  package var isClassic: Bool { layers.allSatisfy(\.isClassic) }

  /// The numbers that each layer has: its weights and biases, and what else it knows.
  package var parameterCounts: [Int] {
    layers.indices.map { parameters(ofLayer: $0).reduce(0) { $0 + $1.count } }
  }

  /// The weights and biases of each layer, which follow the gradient.
  package var learnedCounts: [Int] {
    layers.indices.map { layer in
      parameters(ofLayer: layer).filter(\.isLearned).reduce(0) { $0 + $1.count }
    }
  }

  /// The numbers of all layers.
  package var parameterCount: Int { parameterCounts.reduce(0, +) }

  /// The products that each layer adds up for one example.
  package var multiplyAdds: [Int] {
    layers.indices.map { layers[$0].multiplyAdds(of: shapes[$0], into: shapes[$0 + 1]) }
  }
}

/// Why layers make no network.
package enum ArchitectureError: Error, Sendable, Equatable {
  /// The last layer gives no probabilities, or there is none.
  case lastIsNoSoftmax
  /// A layer before the last is a softmax.
  case softmaxWithin(layer: Int)
  /// No network takes images of that shape.
  case input(Shape)
  /// A layer, counted from 0, does not fit what goes into it.
  case misfit(layer: Int, LayerMisfit)
  /// With that layer, counted from 0, there are more outputs or weights than any machine takes.
  case tooLarge(layer: Int)
}

extension Architecture: Codable {
  private enum CodingKeys: CodingKey {
    case input, layers
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let input = try container.decode(Shape.self, forKey: .input)
    let layers = try container.decode([LayerSpec].self, forKey: .layers)
    do {
      try self.init(input: input, layers: layers)
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .layers, in: container, debugDescription: "no network: \(error)")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(input, forKey: .input)
    try container.encode(layers, forKey: .layers)
  }
}
