import Architecture
import Network

extension DenseSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    DenseLayer(units: count, inputs: place.input.count, activation: function.fused)
  }
}

/// y = f(W x + b): every unit sees every input.
struct DenseLayer: Layer {
  let units: Int
  let inputs: Int
  let activation: Activation?

  var workspaceCount: Int { Lanes.groups(for: inputs) * Lanes.width }

  func forward(_ pass: ForwardPass) {
    multiply(
      pass.weights, pass.weights + units * inputs, units: units, inputs: inputs, pass.x,
      into: pass.y)
    activate(pass.y, count: units, activation)
  }

  /// dz = f'(z) dy, then dW += dz xᵀ, db += dz and dx = Wᵀ dz.
  func backward(_ pass: BackwardPass) {
    multiplySlope(of: activation, pass.y, by: pass.dy, count: units)
    setRows(pass.workspace, of: pass.x, inputs: inputs)
    addOuterProducts(pass.dy, pass.workspace, units: units, inputs: inputs, to: pass.gradient)
    let biases = pass.gradient + units * inputs
    for unit in 0..<units { biases[unit] += pass.dy[unit].total }
    if let dx = pass.dx {
      multiplyTransposed(pass.weights, units: units, inputs: inputs, pass.dy, into: dx)
    }
  }
}
