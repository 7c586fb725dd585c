import Notebook

extension Plot {
  static let layer = OptionDeclaration<Int>(
    "layer", .wholeNumber(1...1000), .optional,
    "which layer, counted from 1; the first convolution where left out")
}
