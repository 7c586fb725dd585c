/// Nothing: a network that is trained leaves no number out.
struct ReferenceDropout: ReferenceLayer {
  func forward(_ x: [Double]) -> [Double] { x }

  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double] { dz }
}
