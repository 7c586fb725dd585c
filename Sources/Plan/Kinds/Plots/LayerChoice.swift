package import Architecture
import Notebook
import Results

extension Plot {
  static let layer = OptionDeclaration<Int>(
    "layer", .wholeNumber(1...1000), .optional,
    "which layer, counted from 1; the first convolution where left out")
}

/// The layer of a network that a figure shows.
package struct LayerChoice: Sendable, Equatable {
  /// Counted from 1; `nil` for the first convolution.
  let number: Int?
  /// Whether it must be one that has filters.
  let hasFilters: Bool
  /// The step whose network it is.
  let step: StepID

  /// Its place among the layers of the network, from 0.
  package func place(among layers: [LayerSpec]) throws(LayerChoiceProblem) -> Int {
    guard let number else {
      guard let first = layers.firstIndex(where: \.isConvolution) else { throw noConvolution }
      return first
    }
    guard number <= layers.count else {
      throw LayerChoiceProblem(
        message: "'\(step)' has \(layers.count) layers",
        help: "write a layer from 1 to \(layers.count)")
    }
    let layer = layers[number - 1]
    guard !hasFilters || layer.isConvolution else {
      throw LayerChoiceProblem(
        message: "layer \(number) of '\(step)' is '\(layer.text)': only a convolution has filters",
        help: "name a layer that begins with 'conv'")
    }
    return number - 1
  }

  private var noConvolution: LayerChoiceProblem {
    LayerChoiceProblem(
      message: "'\(step)' has no convolution",
      help: hasFilters
        ? "name a network that has one with 'of', or draw 'show: weights'"
        : "write which layer to show: 'layer: 1'")
  }
}

/// Why a figure cannot show a layer of a network.
package struct LayerChoiceProblem: Error, Sendable, Equatable {
  package let message: String
  package let help: String
}

extension OptionDecoder {
  /// Notes a layer that a figure cannot show, where a step above says what the layers are.
  mutating func expect(_ choice: LayerChoice) {
    guard let train = scope.directory[choice.step.name]?.declaration as? Train else { return }
    do {
      _ = try choice.place(among: train.layers)
    } catch {
      diagnose(error.message, at: Plot.layer.key, help: error.help)
    }
  }
}

extension LayerSpec {
  fileprivate var isConvolution: Bool { if case .conv = self { true } else { false } }
}
