package import Architecture

/// A trained network with what is to know of its input and output, as files hold it.
package struct TrainedModel: Sendable, Equatable {
  /// A tensor of a layer.
  package struct Tensor: Sendable, Equatable {
    /// Counted from 0.
    package let layer: Int
    package let shape: ParameterShape
    /// Row by row.
    package let numbers: [Float]

    package init(layer: Int, shape: ParameterShape, numbers: [Float]) {
      self.layer = layer
      self.shape = shape
      self.numbers = numbers
    }

    /// What files call it: the layer, counted from 1, and its own name.
    var name: String { "layer-\(layer + 1).\(shape.name)" }
  }

  package let architecture: Architecture
  /// In the order of the layers, and within one in that of its declaration.
  package let tensors: [Tensor]
  /// What levels are multiplied with before the first layer.
  package let scale: Double
  /// The largest level of an image.
  package let levels: Int
  /// One for each class; `nil` where they are numbered from 0.
  package let classNames: [String]?
  /// What else is to be told of it, by name: versions, digests.
  package let details: [Detail]

  package struct Detail: Sendable, Equatable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Takes the numbers of every tensor of a network; `nil` where one does not fit.
  package init?(
    _ architecture: Architecture, tensors: [Tensor], scale: Double, levels: Int,
    classNames: [String]?, details: [Detail]
  ) {
    let expected = architecture.layers.indices.flatMap { layer in
      architecture.parameters(ofLayer: layer).map { (layer, $0) }
    }
    guard expected.count == tensors.count,
      zip(expected, tensors).allSatisfy({ expected, tensor in
        expected.0 == tensor.layer && expected.1 == tensor.shape
          && tensor.numbers.count == tensor.shape.count
      }),
      classNames.map({ $0.count == architecture.classes }) ?? true, Self.isScale(scale),
      Self.levels.contains(levels)
    else { return nil }
    self.architecture = architecture
    self.tensors = tensors
    self.scale = scale
    self.levels = levels
    self.classNames = classNames
    self.details = details
  }

  /// What the largest level of an image may be.
  static let levels = 1...255

  /// Whether levels may be multiplied with a number.
  static func isScale(_ number: Double) -> Bool { number.isFinite && number > 0 }

  /// The names of all classes.
  var names: [String] { classNames ?? (0..<architecture.classes).map(String.init) }

  /// What a file says of the network beside its numbers, by name, in this order.
  var metadata: [Detail] {
    let input = architecture.input
    return [
      Detail(name: "daybook.format", text: "1"),
      Detail(name: "daybook.input", text: "\(input.channels)x\(input.height)x\(input.width)"),
      Detail(name: "daybook.layers", text: JSONList.text(of: architecture.layers.map(\.text))),
      Detail(name: "daybook.scale", text: "\(scale)"),
      Detail(name: "daybook.levels", text: "\(levels)"),
    ] + (classNames.map { [Detail(name: "daybook.classes", text: JSONList.text(of: $0))] } ?? [])
      + details.map { Detail(name: "daybook.\($0.name)", text: $0.text) }
  }
}
