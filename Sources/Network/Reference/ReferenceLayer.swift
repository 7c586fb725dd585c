/// A layer as the textbook writes it, without its activation: forward, and backward beside it.
protocol ReferenceLayer {
  /// z from x.
  func forward(_ x: [Double]) -> [Double]

  /// Adds to the gradient of each tensor and gives dx, from dz.
  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double]
}
