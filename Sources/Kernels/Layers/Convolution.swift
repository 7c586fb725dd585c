import Architecture
import Network

extension ConvSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    Convolution(self, input: place.input, output: place.output)
  }
}

/// y = f(W * x + b): a kernel of weights for each channel, laid over the image place by place.
struct Convolution: Layer {
  /// How what goes in is multiplied with the weights.
  private enum Way {
    case tiles(WinogradShape)
    case direct(DirectConvolution)
  }

  private let way: Way
  private let activation: Activation?
  private let channels: Int
  /// Places of a channel that comes out.
  private let places: Int
  /// Weights before the biases.
  private let weightCount: Int

  init(_ spec: ConvSpec, input: Shape, output: Shape) {
    way =
      WinogradShape(spec, input: input, output: output).map { .tiles($0) }
      ?? .direct(DirectConvolution(spec, input: input, output: output))
    activation = spec.activation?.fused
    channels = spec.channels
    places = output.height * output.width
    weightCount = input.channels * spec.channels * spec.kernel.height * spec.kernel.width
  }

  var workspaceCount: Int {
    switch way {
    case .tiles(let shape): shape.workspaceCount
    case .direct(let direct): direct.workspaceCount
    }
  }

  func forward(_ pass: ForwardPass) {
    let biases = pass.weights + weightCount
    switch way {
    case .tiles(let shape):
      correlate(pass.x, pass.weights, biases, shape, in: pass.workspace, into: pass.y)
    case .direct(let direct): direct.forward(pass, biases)
    }
    activate(pass.y, count: channels * places, activation)
  }

  /// dz = f'(z) dy, then the gradient of the weights and db += Σ dz over all places, and dx.
  func backward(_ pass: BackwardPass) {
    multiplySlope(of: activation, pass.y, by: pass.dy, count: channels * places)
    for channel in 0..<channels {
      let slopes = UnsafePointer(pass.dy + channel * places)
      pass.gradient[weightCount + channel] +=
        (0..<places).reduce(into: Lanes.zero) { $0 += slopes[$1] }.total
    }
    switch way {
    case .tiles(let shape):
      addGradients(
        pass.x, pass.dy, pass.weights, shape, in: pass.workspace, to: pass.gradient, dx: pass.dx)
    case .direct(let direct): direct.addGradients(pass)
    }
  }
}
