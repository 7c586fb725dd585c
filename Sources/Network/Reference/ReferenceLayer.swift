/// A layer as the textbook writes it, without its activation: forward, and backward beside it, for the
/// examples of a batch while it is trained, and forward for one example once it is.
protocol ReferenceLayer {
  /// z from x.
  func forward(batch x: [[Double]]) -> [[Double]]

  /// Adds to the gradient of each tensor and gives dx, from dz.
  func backward(batch x: [[Double]], _ dz: [[Double]], _ gradient: inout [[Double]]) -> [[Double]]

  /// z from x, once it is trained.
  func forward(_ x: [Double]) -> [Double]
}

/// A layer in which no example has to do with another.
protocol ReferenceExampleLayer: ReferenceLayer {
  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double]
}

extension ReferenceExampleLayer {
  func forward(batch x: [[Double]]) -> [[Double]] { x.map { forward($0) } }

  func backward(batch x: [[Double]], _ dz: [[Double]], _ gradient: inout [[Double]]) -> [[Double]] {
    var dx: [[Double]] = []
    for (x, dz) in zip(x, dz) { dx.append(backward(x, dz, &gradient)) }
    return dx
  }
}
