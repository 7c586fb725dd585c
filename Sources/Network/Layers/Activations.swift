import Architecture

/// y = f(z), in place, for sixteen examples; a softmax takes all numbers together.
func activate(_ z: UnsafeMutablePointer<Lanes>, count: Int, _ activation: Activation?) {
  switch activation {
  case nil: break
  case .relu: for i in 0..<count { z[i] = relu(z[i]) }
  case .softmax: softmax(z, classes: count)
  }
}

/// dz = f'(z) dy, in place, from y = f(z).
///
/// The slope of a softmax is taken together with that of the cross-entropy, by z: so here it is one.
func multiplySlope(
  of activation: Activation?, _ y: UnsafePointer<Lanes>, by dy: UnsafeMutablePointer<Lanes>,
  count: Int
) {
  switch activation {
  case nil, .softmax: break
  case .relu: for i in 0..<count { dy[i] = reluSlope(y[i], times: dy[i]) }
  }
}
