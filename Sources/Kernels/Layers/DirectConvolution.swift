import Architecture

/// A convolution place by place, for any kernel and stride.
struct DirectConvolution {
  private let input: Shape
  private let margins: KernelSize
  /// From the padded image to what comes out.
  private let shape: CorrelationShape
  /// From the spread slopes of what comes out to those of what went in.
  private let back: CorrelationShape

  init(_ spec: ConvSpec, input: Shape, output: Shape) {
    let (channels, kernel, margins) = (spec.channels, spec.kernel, spec.margins)
    self.input = input
    self.margins = margins
    shape = CorrelationShape(
      inputs: input.channels, outputs: channels, inputHeight: input.height + 2 * margins.height,
      inputWidth: input.width + 2 * margins.width, outputHeight: output.height,
      outputWidth: output.width, kernelHeight: kernel.height, kernelWidth: kernel.width,
      stride: spec.stride,
      filledRows: margins.height..<margins.height + input.height,
      filledColumns: margins.width..<margins.width + input.width)
    // Slopes are as far apart as the kernel's places are, within a margin that reaches as far as it.
    let (top, left) = (kernel.height - 1 - margins.height, kernel.width - 1 - margins.width)
    back = CorrelationShape(
      inputs: channels, outputs: input.channels, inputHeight: input.height + kernel.height - 1,
      inputWidth: input.width + kernel.width - 1, outputHeight: input.height,
      outputWidth: input.width, kernelHeight: kernel.height, kernelWidth: kernel.width, stride: 1,
      filledRows: top..<top + (output.height - 1) * spec.stride + 1,
      filledColumns: left..<left + (output.width - 1) * spec.stride + 1)
  }

  /// The padded image; and the sums of the gradient, then the spread slopes and the turned weights.
  var workspaceCount: Int {
    let turned = Lanes.groups(for: shape.taps * shape.outputs)
    return shape.inputCount + max(4 * shape.taps, back.inputCount + turned)
  }

  /// y = W * x + b.
  func forward(_ pass: ForwardPass, _ biases: UnsafePointer<Float>) {
    correlate(
      padded(pass.x, in: pass.workspace), pass.weights, biases, shape, into: pass.y)
  }

  /// dW += Σ dz x over all places, and dx = Σ dz W turned round.
  func addGradients(_ pass: BackwardPass) {
    addCorrelations(
      padded(pass.x, in: pass.workspace), pass.dy, shape, in: pass.workspace + shape.inputCount,
      to: pass.gradient)
    if let dx = pass.dx {
      let spread = pass.workspace + shape.inputCount
      let turned = UnsafeMutableRawPointer(spread + back.inputCount)
        .assumingMemoryBound(to: Float.self)
      spreadSlopes(pass.dy, into: spread)
      turnWeights(pass.weights, into: turned)
      correlate(spread, turned, nil, back, into: dx)
    }
  }

  /// The image with a margin of zeros; the image itself where it has none.
  private func padded(_ x: UnsafePointer<Lanes>, in room: UnsafeMutablePointer<Lanes>)
    -> UnsafePointer<Lanes>
  {
    guard margins.height > 0 || margins.width > 0 else { return x }
    room.update(repeating: .zero, count: shape.inputCount)
    for line in 0..<input.channels * input.height {
      let (channel, row) = line.quotientAndRemainder(dividingBy: input.height)
      let start =
        (channel * shape.inputHeight + row + margins.height) * shape.inputWidth
        + margins.width
      (room + start).update(from: x + line * input.width, count: input.width)
    }
    return UnsafePointer(room)
  }

  /// Slopes as far apart as the kernel's places are, within a margin that reaches as far as it does.
  private func spreadSlopes(_ dz: UnsafePointer<Lanes>, into spread: UnsafeMutablePointer<Lanes>) {
    spread.update(repeating: .zero, count: back.inputCount)
    let (top, left) = (back.filledRows.lowerBound, back.filledColumns.lowerBound)
    for line in 0..<shape.outputs * shape.outputHeight {
      let (channel, row) = line.quotientAndRemainder(dividingBy: shape.outputHeight)
      let target =
        spread + (channel * back.inputHeight + top + row * shape.stride) * back.inputWidth + left
      for column in 0..<shape.outputWidth {
        target[column * shape.stride] = dz[line * shape.outputWidth + column]
      }
    }
  }

  /// Weights by the channel that goes in, each kernel from its end to its beginning.
  private func turnWeights(
    _ weights: UnsafePointer<Float>, into turned: UnsafeMutablePointer<Float>
  ) {
    let size = shape.kernelHeight * shape.kernelWidth
    for output in 0..<shape.outputs {
      for input in 0..<shape.inputs {
        let from = weights + (output * shape.inputs + input) * size
        let to = turned + (input * shape.outputs + output) * size
        for place in 0..<size { to[size - 1 - place] = from[place] }
      }
    }
  }
}
