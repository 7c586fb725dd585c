/// The mean of each window; windows stand side by side.
///
/// Written `average-pool HxW`: "average-pool 2x2".
package struct AveragePoolSpec: LayerDeclaration {
  package let window: KernelSize

  package static let form = LayerForm(
    word: "average-pool", otherWords: ["avg-pool", "avgpool", "avgpool2d"],
    summary: "'average-pool 2x2'",
    help: "write the size of a window: 'average-pool 2x2'")

  init(_ window: KernelSize) {
    self.window = window
  }

  package init(_ words: inout LayerWords) throws(LayerSyntaxError) {
    window = try words.size()
  }

  package var spec: LayerSpec { .averagePool(self) }
  package var text: String { "average-pool \(window.text)" }
  package var units: Int? { nil }
  package var activation: Activation? { nil }
  package var isClassic: Bool { false }

  package var isWithinBounds: Bool { window.isWithinBounds }
  package func output(of input: Shape) -> Shape { window.tiles(of: input) }
  package func parameters(of input: Shape) -> [ParameterShape] { [] }
  package func multiplyAdds(of input: Shape, into output: Shape) -> Int { 0 }
  package var operators: [Operator] { [.pooling("AveragePool", window)] }
}

extension LayerSpec {
  package static func averagePool(_ window: KernelSize) -> LayerSpec {
    AveragePoolSpec(window).spec
  }
}
