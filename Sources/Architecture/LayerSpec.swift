/// What one layer of a network is: the one description that notebook, training, checkpoint, export
/// and page share.
///
/// A layer is described by its own words and by nothing else: what goes into it follows from the
/// layers before.
package enum LayerSpec: Sendable, Hashable {
  /// Every unit sees every input: f(W x + b).
  case dense(units: Int, Activation)
  /// A kernel of weights for each channel, laid over all places: f(W * x + b).
  case conv(
    channels: Int, kernel: KernelSize, stride: Int = 1, padding: Padding = .cells(0), Activation?)
  /// The largest number of each window; windows stand side by side.
  case maxPool(KernelSize)
  /// The mean of each window; windows stand side by side.
  case averagePool(KernelSize)
  /// While it is trained, each number is left out with this probability, and the others are scaled
  /// up in turn; once it is trained, nothing.
  ///
  /// N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout: a simple
  /// way to prevent neural networks from overfitting", JMLR 15 (2014).
  case dropout(Double)
}

/// How many rows and columns a kernel or a window has.
package struct KernelSize: Sendable, Hashable {
  package let height: Int
  package let width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }
}

/// The zeros around an image that a convolution is laid over.
package enum Padding: Sendable, Hashable {
  /// So many on each side.
  case cells(Int)
  /// As many as leave the size as it is, for kernels of odd sides.
  case same

  /// How many rows above and below, and how many columns left and right.
  package func margins(for kernel: KernelSize) -> KernelSize {
    switch self {
    case .cells(let count): KernelSize(height: count, width: count)
    case .same: KernelSize(height: (kernel.height - 1) / 2, width: (kernel.width - 1) / 2)
    }
  }
}

extension LayerSpec {
  /// How many units or channels a layer may have.
  package static let unitBounds = 1...8192
  /// The probability with which dropout leaves a number out.
  package static let dropoutBounds = 0.0...0.99
  /// Sides of kernels and windows, and strides.
  package static let sideBounds = 1...256

  /// Whether it is learned from all examples at once too: dense, with what that pass knows.
  package var isClassic: Bool {
    guard case .dense(_, let activation) = self else { return false }
    return activation == .relu || activation == .softmax
  }

  /// Whether every unit sees every input.
  package var isDense: Bool { if case .dense = self { true } else { false } }

  /// What the layer does to its weighted sums; `nil` where it leaves them or has none.
  package var activation: Activation? {
    switch self {
    case .dense(_, let activation): activation
    case .conv(_, _, _, _, let activation): activation
    case .maxPool, .averagePool, .dropout: nil
    }
  }

  /// Why a convolution's padding is none: it reaches past its kernel, or none leaves the size as it is.
  package var hasFittingPadding: Bool {
    guard case .conv(_, let kernel, let stride, let padding, _) = self else { return true }
    switch padding {
    case .same:
      return stride == 1 && !kernel.height.isMultiple(of: 2) && !kernel.width.isMultiple(of: 2)
    case .cells(let count): return (0..<min(kernel.height, kernel.width)).contains(count)
    }
  }

  /// The shape of what the layer makes of `input`.
  package func output(of input: Shape) throws(LayerMisfit) -> Shape {
    let output = size(of: input)
    guard hasFittingSides, output.channels > 0, output.height > 0, output.width > 0, input.count > 0
    else {
      throw LayerMisfit(input: input, output: output)
    }
    return output
  }

  /// Whether units, channels, kernels, windows and strides are within their bounds.
  private var hasFittingSides: Bool {
    func fits(_ size: KernelSize) -> Bool {
      Self.sideBounds.contains(size.height) && Self.sideBounds.contains(size.width)
    }
    switch self {
    case .dense(let units, _): return Self.unitBounds.contains(units)
    case .conv(let channels, let kernel, let stride, _, _):
      return Self.unitBounds.contains(channels) && fits(kernel)
        && Self.sideBounds.contains(stride) && hasFittingPadding
    case .maxPool(let window), .averagePool(let window): return fits(window)
    case .dropout(let share): return Self.dropoutBounds.contains(share)
    }
  }

  /// What the layer would make of `input`; not above zero where it does not fit.
  private func size(of input: Shape) -> Shape {
    switch self {
    case .dense(let units, _): return Shape(units: units)
    case .conv(let channels, let kernel, let stride, let padding, _):
      let margins = padding.margins(for: kernel)
      let height = input.height + 2 * margins.height - kernel.height
      let width = input.width + 2 * margins.width - kernel.width
      return Shape(
        channels: channels, height: height < 0 ? 0 : height / max(1, stride) + 1,
        width: width < 0 ? 0 : width / max(1, stride) + 1)
    case .dropout: return input
    case .maxPool(let window), .averagePool(let window):
      return Shape(
        channels: input.channels, height: input.height / max(1, window.height),
        width: input.width / max(1, window.width))
    }
  }

  /// The weights and biases of the layer, in the order in which they are drawn and stored.
  package func parameters(of input: Shape) -> [ParameterShape] {
    switch self {
    case .dense(let units, _):
      [ParameterShape("weights", [units, input.count]), ParameterShape("biases", [units])]
    case .conv(let channels, let kernel, _, _, _):
      [
        ParameterShape("weights", [channels, input.channels, kernel.height, kernel.width]),
        ParameterShape("biases", [channels]),
      ]
    case .maxPool, .averagePool, .dropout: []
    }
  }

  /// The products that the layer adds up for one example, from `input` to `output`.
  package func multiplyAdds(of input: Shape, into output: Shape) -> Int {
    switch self {
    case .dense(let units, _): units * input.count
    case .conv(_, let kernel, _, _, _):
      output.count * input.channels * kernel.height * kernel.width
    case .maxPool, .averagePool, .dropout: 0
    }
  }
}

/// A tensor of weights or biases: what it is called and how long it is in each dimension.
package struct ParameterShape: Sendable, Hashable {
  package let name: String
  /// Row by row: the last dimension is that of neighbours.
  package let dimensions: [Int]

  package init(_ name: String, _ dimensions: [Int]) {
    self.name = name
    self.dimensions = dimensions
  }

  /// How many numbers there are.
  package var count: Int { dimensions.reduce(1, *) }

  /// How many numbers go into each of the outputs.
  package var fanIn: Int { dimensions.dropFirst().reduce(1, *) }

  /// How many outputs each of the inputs of a place goes into.
  package var fanOut: Int { dimensions[0] * dimensions.dropFirst(2).reduce(1, *) }
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
