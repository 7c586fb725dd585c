/// Everything that is to be known of a kind of layer before it computes: its words, its shapes, its
/// numbers, and what it is once it is trained.
///
/// Nothing has a default: what is left out does not compile.
package protocol LayerDeclaration: Sendable, Hashable {
  /// How the notebook writes it.
  static var form: LayerForm { get }

  /// Takes the layer from its words, without the one that names its kind.
  init(_ words: inout LayerWords) throws(LayerSyntaxError)

  /// The layer among all others.
  var spec: LayerSpec { get }

  /// The layer as the notebook writes it, with single spaces and without what is the default.
  var text: String { get }

  /// How many units it has; `nil` where it is not one that sees every input.
  var units: Int? { get }

  /// What it does to its weighted sums; `nil` where it leaves them or has none.
  var activation: Activation? { get }

  /// Whether it is learned from all examples at once too.
  var isClassic: Bool { get }

  /// Whether its own numbers are ones that the notebook could have written.
  var isWithinBounds: Bool { get }

  /// The shape of what it makes of `input`; not above zero where it does not fit.
  func output(of input: Shape) -> Shape

  /// The tensors of its numbers, in the order in which they are drawn and stored.
  func parameters(of input: Shape) -> [ParameterShape]

  /// The products that it adds up for one example, from `input` to `output`.
  func multiplyAdds(of input: Shape, into output: Shape) -> Int

  /// What it computes once it is trained, without its activation.
  var operators: [Operator] { get }
}

/// How the notebook writes a kind of layer.
package struct LayerForm: Sendable {
  /// The word that it begins with; `nil` for the kind that begins with its units.
  package let word: String?
  /// Words that are meant for it, by those who know another tool.
  package let otherWords: [String]
  /// The words that may follow among its numbers, in their order.
  package let laterWords: [String]
  /// What it looks like, as the option's documentation says it.
  package let summary: String
  /// What to write where one is meant and none is written.
  package let help: String

  package init(
    word: String?, otherWords: [String] = [], laterWords: [String] = [], summary: String,
    help: String
  ) {
    self.word = word
    self.otherWords = otherWords
    self.laterWords = laterWords
    self.summary = summary
    self.help = help
  }
}

extension LayerSpec {
  /// How many units or channels a layer may have.
  package static let unitBounds = 1...8192
  /// Sides of kernels and windows, and strides.
  package static let sideBounds = 1...256

  package var text: String { declaration.text }
  package var units: Int? { declaration.units }
  package var activation: Activation? { declaration.activation }
  package var isClassic: Bool { declaration.isClassic }

  package func parameters(of input: Shape) -> [ParameterShape] {
    declaration.parameters(of: input)
  }

  package func multiplyAdds(of input: Shape, into output: Shape) -> Int {
    declaration.multiplyAdds(of: input, into: output)
  }

  /// What the layer computes once it is trained, its activation last.
  package var operators: [Operator] {
    declaration.operators + (activation.map { [$0.operator] } ?? [])
  }

  /// The shape of what the layer makes of `input`.
  package func output(of input: Shape) throws(LayerMisfit) -> Shape {
    let output = declaration.output(of: input)
    guard declaration.isWithinBounds, output.channels > 0, output.height > 0, output.width > 0,
      input.count > 0
    else {
      throw LayerMisfit(input: input, output: output)
    }
    return output
  }
}

/// A layer and what goes into it do not fit each other.
package struct LayerMisfit: Error, Sendable, Equatable {
  package let input: Shape
  /// What the layer would have to make of it.
  package let output: Shape

  package init(input: Shape, output: Shape) {
    self.input = input
    self.output = output
  }
}
