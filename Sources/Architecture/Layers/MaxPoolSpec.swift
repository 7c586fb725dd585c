/// The largest number of each window; windows stand side by side.
///
/// Written `max-pool HxW`: "max-pool 2x2".
package struct MaxPoolSpec: LayerDeclaration {
  package let window: KernelSize

  package static let form = LayerForm(
    word: "max-pool", otherWords: ["maxpool", "pool", "max", "maxpool2d"],
    summary: "'max-pool 2x2'",
    help: "write the size of a window: 'max-pool 2x2'")

  init(_ window: KernelSize) {
    self.window = window
  }

  package init(_ words: inout LayerWords) throws(LayerSyntaxError) {
    window = try words.size()
  }

  package var spec: LayerSpec { .maxPool(self) }
  package var text: String { "max-pool \(window.text)" }
  package var units: Int? { nil }
  package var activation: Activation? { nil }
  package var isClassic: Bool { false }

  package var isWithinBounds: Bool { window.isWithinBounds }
  package func output(of input: Shape) -> Shape { window.tiles(of: input) }
  package func parameters(of input: Shape) -> [ParameterShape] { [] }
  package func multiplyAdds(of input: Shape, into output: Shape) -> Int { 0 }
  package var operators: [Operator] { [.pooling("MaxPool", window)] }
}

extension LayerSpec {
  package static func maxPool(_ window: KernelSize) -> LayerSpec { MaxPoolSpec(window).spec }
}
