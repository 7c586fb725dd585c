/// A layer that makes one number of each window; windows stand side by side.
package protocol PoolingSpec: LayerDeclaration {
  var window: KernelSize { get }

  /// The word that it begins with, and words of other tools that are meant for it.
  static var word: String { get }
  static var otherWords: [String] { get }
  /// What ONNX calls it.
  static var operatorName: String { get }

  init(_ window: KernelSize)
}

extension PoolingSpec {
  package static var form: LayerForm {
    LayerForm(
      word: word, otherWords: otherWords, summary: "'\(word) 2x2'",
      help: "write the size of a window: '\(word) 2x2'")
  }

  package init(_ words: inout LayerWords) throws(LayerSyntaxError) {
    self.init(try words.size())
  }

  package var text: String { "\(Self.word) \(window.text)" }
  package var units: Int? { nil }
  package var activation: Activation? { nil }
  package var isClassic: Bool { false }
  package var isWithinBounds: Bool { window.isWithinBounds }

  /// Rows and columns that fill no window are left out.
  package func output(of input: Shape) -> Shape {
    Shape(
      channels: input.channels, height: input.height / max(1, window.height),
      width: input.width / max(1, window.width))
  }

  package func parameters(of input: Shape) -> [ParameterShape] { [] }
  package func multiplyAdds(of input: Shape, into output: Shape) -> Int { 0 }

  package var operators: [Operator] {
    [
      Operator(
        Self.operatorName,
        [
          .init("kernel_shape", .integers(window.sides)), .init("strides", .integers(window.sides)),
        ])
    ]
  }
}
