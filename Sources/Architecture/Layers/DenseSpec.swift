/// Every unit sees every input: f(W x + b).
///
/// Written `UNITS ACTIVATION`: "128 relu".
package struct DenseSpec: LayerDeclaration {
  /// How many units, which every input goes into.
  package let count: Int
  package let function: Activation

  package static let form = LayerForm(
    word: nil, laterWords: Activation.allCases.map(\.rawValue),
    summary: "a number of units from 1 to 8192 and an activation "
      + "(\(Activation.alternatives)), such as '10 relu'",
    help: "write units, from 1 to 8192, and activation: '10 relu'")

  init(units: Int, _ activation: Activation) {
    count = units
    function = activation
  }

  package init(_ words: inout LayerWords) throws(LayerSyntaxError) {
    count = try words.number(LayerSpec.unitBounds)
    function = try words.activation()
  }

  package var spec: LayerSpec { .dense(self) }
  package var text: String { "\(count) \(function.rawValue)" }
  package var units: Int? { count }
  package var activation: Activation? { function }
  package var isClassic: Bool { function == .relu || function == .softmax }

  package var isWithinBounds: Bool { LayerSpec.unitBounds.contains(count) }

  package func output(of input: Shape) -> Shape { Shape(units: count) }

  package func parameters(of input: Shape) -> [ParameterShape] {
    [ParameterShape("weights", [count, input.count]), ParameterShape("biases", [count])]
  }

  package func multiplyAdds(of input: Shape, into output: Shape) -> Int { count * input.count }

  package var operators: [Operator] {
    [
      Operator("Flatten"),
      Operator("Gemm", [.init("transB", .integer(1))], parameters: ["weights", "biases"]),
    ]
  }
}

extension LayerSpec {
  package static func dense(units: Int, _ activation: Activation) -> LayerSpec {
    DenseSpec(units: units, activation).spec
  }
}
