/// While it is trained, each number is left out with this probability, and the others are scaled up
/// in turn; once it is trained, nothing.
///
/// Written `dropout SHARE`: "dropout 0.3".
///
/// N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout: a simple way
/// to prevent neural networks from overfitting", JMLR 15 (2014).
package struct DropoutSpec: LayerDeclaration {
  /// The probability with which a number is left out.
  package let share: Double

  private static let bounds = 0.0...0.99

  package static let form = LayerForm(
    word: "dropout", summary: "'dropout 0.3'",
    help: "write the share that is left out, from 0 to 0.99: 'dropout 0.3'")

  init(_ share: Double) {
    self.share = share
  }

  package init(_ words: inout LayerWords) throws(LayerSyntaxError) {
    share = try words.number(Self.bounds)
  }

  package var spec: LayerSpec { .dropout(self) }
  package var text: String { "dropout \(share)" }
  package var units: Int? { nil }
  package var activation: Activation? { nil }
  package var isClassic: Bool { false }

  package var isWithinBounds: Bool { Self.bounds.contains(share) }

  package func output(of input: Shape) -> Shape { input }
  package func parameters(of input: Shape) -> [ParameterShape] { [] }
  package func multiplyAdds(of input: Shape, into output: Shape) -> Int { 0 }
  package var operators: [Operator] { [] }
}

extension LayerSpec {
  package static func dropout(_ share: Double) -> LayerSpec { DropoutSpec(share).spec }
}
