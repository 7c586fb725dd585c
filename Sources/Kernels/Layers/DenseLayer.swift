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

  func forward(_ pass: ForwardPass) { forward([pass]) }

  func forward(_ groups: [ForwardPass]) {
    guard let first = groups.first else { return }
    multiply(
      first.weights, first.weights + units * inputs, units: units, inputs: inputs,
      LaneGroups(first.x, groups.map(\.x)), into: LaneGroups(first.y, groups.map(\.y)))
    for pass in groups { activate(pass.y, count: units, activation) }
  }

  func backward(_ pass: BackwardPass) { backward([pass]) }

  /// dz = f'(z) dy, then dW += dz xᵀ, db += dz and dx = Wᵀ dz.
  func backward(_ groups: [BackwardPass]) {
    guard let first = groups.first else { return }
    let biases = first.gradient + units * inputs
    for pass in groups {
      multiplySlope(of: activation, pass.y, by: pass.dy, count: units)
      setRows(pass.workspace, of: pass.x, inputs: inputs)
      for unit in 0..<units { biases[unit] += pass.dy[unit].total }
    }
    let dy = LaneGroups(first.dy, groups.map(\.dy))
    addOuterProducts(
      dy, LaneGroups(first.workspace, groups.map(\.workspace)), units: units, inputs: inputs,
      to: first.gradient)
    let dx = groups.compactMap(\.dx)
    guard let firstDx = dx.first else { return }
    multiplyTransposed(
      first.weights, units: units, inputs: inputs, dy, into: LaneGroups(firstDx, dx))
  }
}
