/// One step of what a trained network computes, in the words of ONNX, so that whoever draws with it
/// or exports it needs no words of its own for each kind of layer.
///
/// https://onnx.ai/onnx/operators/
package struct Operator: Sendable, Hashable {
  package let name: String
  /// What is the same for all examples; none where ONNX has it by default.
  package let attributes: [Attribute]
  /// The layer's tensors that go in after the numbers of an example.
  package let parameters: [String]

  package init(_ name: String, _ attributes: [Attribute] = [], parameters: [String] = []) {
    self.name = name
    self.attributes = attributes
    self.parameters = parameters
  }

  package struct Attribute: Sendable, Hashable {
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  package enum Value: Sendable, Hashable {
    case integer(Int)
    case integers([Int])
    case number(Float)
    case text(String)
  }
}

extension Activation {
  /// The activation as a step of its own.
  package var `operator`: Operator {
    switch self {
    case .relu: Operator("Relu")
    case .leakyReLU: Operator("LeakyRelu", [.init("alpha", .number(0.01))])
    case .tanh: Operator("Tanh")
    case .sigmoid: Operator("Sigmoid")
    case .gelu: Operator("Gelu", [.init("approximate", .text("tanh"))])
    case .softmax: Operator("Softmax", [.init("axis", .integer(1))])
    }
  }
}
