import Architecture

/// y = f(z), in place, for sixteen examples; a softmax takes all numbers together.
func activate(_ z: UnsafeMutablePointer<Lanes>, count: Int, _ activation: Activation?) {
  switch activation {
  case nil: break
  case .relu: for i in 0..<count { z[i] = relu(z[i]) }
  case .leakyReLU: for i in 0..<count { z[i] = leakyReLU(z[i]) }
  case .tanh: for i in 0..<count { z[i] = hyperbolicTangent(z[i]) }
  case .sigmoid: for i in 0..<count { z[i] = sigmoid(z[i]) }
  case .gelu: for i in 0..<count { z[i] = gelu(z[i]) }
  case .softmax: softmax(z, classes: count)
  }
}

/// dz = f'(z) dy, in place, from y = f(z).
///
/// The slope of a softmax is taken together with that of the cross-entropy, by z: so here it is one.
/// That of a GELU does not follow from y: it is a pass of its own.
func multiplySlope(
  of activation: Activation?, _ y: UnsafePointer<Lanes>, by dy: UnsafeMutablePointer<Lanes>,
  count: Int
) {
  switch activation {
  case nil, .softmax, .gelu: break
  case .relu: for i in 0..<count { dy[i] = reluSlope(y[i], times: dy[i]) }
  case .leakyReLU:
    for i in 0..<count { dy[i].replace(with: dy[i] * leak, where: y[i] .<= 0) }
  case .tanh: for i in 0..<count { dy[i] *= 1 - y[i] * y[i] }
  case .sigmoid: for i in 0..<count { dy[i] *= y[i] * (1 - y[i]) }
  }
}

/// What the leaky rectifier leaves of what is negative.
private let leak: Float = 0.01

private func leakyReLU(_ z: Lanes) -> Lanes {
  z.replacing(with: z * leak, where: z .< 0)
}

/// 1 / (1 + e⁻ᶻ), by the exponential of what is not above zero.
@inline(__always)
private func sigmoid(_ z: Lanes) -> Lanes {
  let power = exponential(z.replacing(with: -z, where: z .> 0))
  let small = power / (1 + power)
  return small.replacing(with: 1 - small, where: z .> 0)
}

/// (1 - e⁻²ᶻ) / (1 + e⁻²ᶻ), by the exponential of what is not above zero; by its series near zero.
@inline(__always)
private func hyperbolicTangent(_ z: Lanes) -> Lanes {
  let size = z.replacing(with: -z, where: z .< 0)
  let power = exponential(size * -2)
  let square = z * z
  var series = square * (-17 / 315 as Float) + (2 / 15 as Float)
  series = series * square - (1 / 3 as Float)
  series = (series * square + 1) * size
  let result = ((1 - power) / (1 + power)).replacing(with: series, where: size .< 0.2)
  return result.replacing(with: -result, where: z .< 0)
}

/// √(2/π), and the share of the cube, of the GELU's hyperbolic tangent.
private let geluScale: Float = 0.7978846
private let geluCube: Float = 0.044715

/// The Gaussian error linear unit, in its form with the hyperbolic tangent.
///
/// D. Hendrycks and K. Gimpel, "Gaussian error linear units", arXiv:1606.08415 (2016).
@inline(__always)
private func gelu(_ z: Lanes) -> Lanes {
  let t = hyperbolicTangent((z + z * z * z * geluCube) * geluScale)
  return (1 + t) * z * 0.5
}

@inline(__always)
private func geluSlope(_ z: Lanes) -> Lanes {
  let t = hyperbolicTangent((z + z * z * z * geluCube) * geluScale)
  let inner = (1 + z * z * (3 * geluCube)) * geluScale
  let rise = (1 - t * t) * inner
  return (1 + t + z * rise) * 0.5
}

/// y = gelu(x), number by number, in a pass of its own, since its slope needs x.
struct GELU: Layer {
  let count: Int

  var workspaceCount: Int { 0 }

  func forward(_ pass: ForwardPass) {
    pass.y.update(from: pass.x, count: count)
    activate(pass.y, count: count, .gelu)
  }

  func backward(_ pass: BackwardPass) {
    guard let dx = pass.dx else { return }
    for i in 0..<count { dx[i] = geluSlope(pass.x[i]) * pass.dy[i] }
  }
}
