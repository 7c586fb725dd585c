import Architecture
import Bytes

/// A network as an ONNX model, which takes images as bytes and names its classes.
///
/// Input `image`: bytes, N × channels × height × width, levels as the data set has them; they are
/// scaled within. Outputs: `probabilities`, N × classes; `class`, N; and `label`, N texts, where the
/// classes have names.
///
/// https://github.com/onnx/onnx/blob/main/docs/IR.md, and the messages of `onnx.proto`.
package enum ONNXFile {
  /// The version of the messages, and that of the operators: the first with Gelu.
  private static let (messages, operators) = (9, 20)

  /// The bytes of a file.
  package static func bytes(of model: TrainedModel, producer version: String) -> [UInt8] {
    var file = ProtobufMessage()
    file.add(1, messages)
    file.add(2, "daybook")
    file.add(3, version)
    file.add(7, ONNXGraph(model).message)
    var operatorSet = ProtobufMessage()
    operatorSet.add(1, "")
    operatorSet.add(2, operators)
    file.add(8, operatorSet)
    for detail in model.metadata {
      var entry = ProtobufMessage()
      entry.add(1, detail.name)
      entry.add(2, detail.text)
      file.add(14, entry)
    }
    return file.bytes
  }
}

/// What an ONNX model computes, step by step.
private struct ONNXGraph {
  private let model: TrainedModel
  private var graph = ProtobufMessage()
  /// The name of what the steps so far give.
  private var value = "image"

  private enum ElementType: Int {
    case float = 1
    case byte = 2
    case int = 7
    case text = 8
  }

  init(_ model: TrainedModel) {
    self.model = model
  }

  var message: ProtobufMessage {
    var graph = self
    graph.build()
    return graph.graph
  }

  private mutating func build() {
    node("Cast", [], [.init("to", .integer(ElementType.float.rawValue))], giving: "numbers")
    node("Mul", ["scale"], [], giving: "scaled")
    for (index, layer) in model.architecture.layers.enumerated() {
      for (step, part) in layer.operators.enumerated() {
        node(
          part.name, part.parameters.map { "layer-\(index + 1).\($0)" }, part.attributes,
          giving: "layer-\(index + 1)-\(step + 1)")
      }
    }
    node("Identity", [], [], giving: "probabilities")
    node(
      "ArgMax", [], [.init("axis", .integer(1)), .init("keepdims", .integer(0))], giving: "class")
    if model.classNames != nil { gatherNames() }
    graph.add(2, "daybook")
    initializers()
    interface()
  }

  private mutating func node(
    _ name: String, _ parameters: [String], _ attributes: [Operator.Attribute],
    giving output: String
  ) {
    var node = ProtobufMessage()
    for input in [value] + parameters { node.add(1, input) }
    node.add(2, output)
    node.add(3, output)
    node.add(4, name)
    for attribute in attributes { node.add(5, Self.message(attribute)) }
    graph.add(1, node)
    value = output
  }

  private mutating func gatherNames() {
    var node = ProtobufMessage()
    node.add(1, "class-names")
    node.add(1, "class")
    node.add(2, "label")
    node.add(3, "label")
    node.add(4, "Gather")
    graph.add(1, node)
  }

  private static func message(_ attribute: Operator.Attribute) -> ProtobufMessage {
    var message = ProtobufMessage()
    message.add(1, attribute.name)
    switch attribute.value {
    case .number(let number):
      message.add(2, number)
      message.add(20, 1)
    case .integer(let number):
      message.add(3, number)
      message.add(20, 2)
    case .text(let text):
      message.add(4, text)
      message.add(20, 3)
    case .integers(let numbers):
      for number in numbers { message.add(8, number) }
      message.add(20, 7)
    }
    return message
  }

  // MARK: - Numbers

  private mutating func initializers() {
    tensor("scale", [], [Float(model.scale)])
    for tensor in model.tensors {
      self.tensor(tensor.name, tensor.shape.dimensions, tensor.numbers)
    }
    guard let names = model.classNames else { return }
    var tensor = ProtobufMessage()
    tensor.add(1, names.count)
    tensor.add(2, ElementType.text.rawValue)
    for name in names { tensor.add(6, name) }
    tensor.add(8, "class-names")
    graph.add(5, tensor)
  }

  private mutating func tensor(_ name: String, _ dimensions: [Int], _ numbers: [Float]) {
    var tensor = ProtobufMessage()
    for dimension in dimensions { tensor.add(1, dimension) }
    tensor.add(2, ElementType.float.rawValue)
    tensor.add(8, name)
    var writer = ByteWriter()
    writer.write(numbers)
    tensor.add(9, bytes: writer.bytes)
    graph.add(5, tensor)
  }

  // MARK: - Input and outputs

  private mutating func interface() {
    let input = model.architecture.input
    graph.add(11, Self.value("image", .byte, [input.channels, input.height, input.width]))
    graph.add(12, Self.value("probabilities", .float, [model.architecture.classes]))
    graph.add(12, Self.value("class", .int, []))
    if model.classNames != nil { graph.add(12, Self.value("label", .text, [])) }
  }

  /// A value of any number of examples.
  private static func value(_ name: String, _ type: ElementType, _ sizes: [Int]) -> ProtobufMessage
  {
    var shape = ProtobufMessage()
    var examples = ProtobufMessage()
    examples.add(2, "N")
    shape.add(1, examples)
    for size in sizes {
      var dimension = ProtobufMessage()
      dimension.add(1, size)
      shape.add(1, dimension)
    }
    var tensor = ProtobufMessage()
    tensor.add(1, type.rawValue)
    tensor.add(2, shape)
    var kind = ProtobufMessage()
    kind.add(1, tensor)
    var value = ProtobufMessage()
    value.add(1, name)
    value.add(2, kind)
    return value
  }
}
