/// A kernel of weights for each channel, laid over all places: f(W * x + b).
///
/// Written `conv CHANNELS HxW [stride S] [pad P|same] [ACTIVATION]`: "conv 16 5x5 pad same relu".
package struct ConvSpec: LayerDeclaration {
  package let channels: Int
  package let kernel: KernelSize
  package let stride: Int
  package let padding: Padding
  package let activation: Activation?

  package static let form = LayerForm(
    word: "conv", otherWords: ["convolution", "conv2d"],
    laterWords: ["stride", "pad", "same"] + Activation.allCases.map(\.rawValue),
    summary: "'conv 16 5x5 relu', with 'stride 2', 'pad 1' or 'pad same' after the size",
    help: "write channels, size and activation: 'conv 16 5x5 relu', with 'stride 2', 'pad 1' or "
      + "'pad same' after the size; 'same' goes with odd sizes and no stride")

  init(
    channels: Int, kernel: KernelSize, stride: Int, padding: Padding, _ activation: Activation?
  ) {
    self.channels = channels
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.activation = activation
  }

  package init(_ words: inout LayerWords) throws(LayerSyntaxError) {
    channels = try words.number(LayerSpec.unitBounds)
    kernel = try words.size()
    stride = words.take("stride") ? try words.number(LayerSpec.sideBounds) : 1
    if words.take("pad") {
      padding = words.take("same") ? .same : .cells(try words.number(0...255))
    } else {
      padding = .cells(0)
    }
    activation = words.isAtEnd ? nil : try words.activation()
    guard hasFittingPadding else { throw .noLayer(words.text) }
  }

  package var spec: LayerSpec { .conv(self) }

  package var text: String {
    var words = ["conv", "\(channels)", kernel.text]
    if stride != 1 { words += ["stride", "\(stride)"] }
    switch padding {
    case .cells(0): break
    case .cells(let count): words += ["pad", "\(count)"]
    case .same: words += ["pad", "same"]
    }
    if let activation { words.append(activation.rawValue) }
    return words.joined(separator: " ")
  }

  package var units: Int? { nil }
  package var isClassic: Bool { false }

  /// Rows above and below, and columns left and right, that are zero.
  package var margins: KernelSize { padding.margins(for: kernel) }

  /// Whether padding reaches no further than the kernel, and `same` leaves the size as it is.
  private var hasFittingPadding: Bool {
    switch padding {
    case .same:
      stride == 1 && !kernel.height.isMultiple(of: 2) && !kernel.width.isMultiple(of: 2)
    case .cells(let count): (0..<min(kernel.height, kernel.width)).contains(count)
    }
  }

  package var isWithinBounds: Bool {
    LayerSpec.unitBounds.contains(channels) && kernel.isWithinBounds
      && LayerSpec.sideBounds.contains(stride) && hasFittingPadding
  }

  package func output(of input: Shape) -> Shape {
    func places(_ side: Int, _ kernel: Int, _ margin: Int) -> Int {
      let room = side + 2 * margin - kernel
      return room < 0 ? 0 : room / max(1, stride) + 1
    }
    return Shape(
      channels: channels, height: places(input.height, kernel.height, margins.height),
      width: places(input.width, kernel.width, margins.width))
  }

  package func parameters(of input: Shape) -> [ParameterShape] {
    [
      ParameterShape("weights", [channels, input.channels, kernel.height, kernel.width]),
      ParameterShape("biases", [channels]),
    ]
  }

  package func multiplyAdds(of input: Shape, into output: Shape) -> Int {
    output.count * input.channels * kernel.height * kernel.width
  }

  package var operators: [Operator] {
    [
      Operator(
        "Conv",
        [
          .init("kernel_shape", .integers(kernel.sides)),
          .init("strides", .integers([stride, stride])),
          .init("pads", .integers(margins.sides + margins.sides)),
        ], parameters: ["weights", "biases"])
    ]
  }
}

extension LayerSpec {
  package static func conv(
    channels: Int, kernel: KernelSize, stride: Int = 1, padding: Padding = .cells(0),
    _ activation: Activation?
  ) -> LayerSpec {
    ConvSpec(channels: channels, kernel: kernel, stride: stride, padding: padding, activation).spec
  }
}
