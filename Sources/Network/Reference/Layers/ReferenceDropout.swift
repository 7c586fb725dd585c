import Architecture

extension DropoutSpec: ReferencedLayer {
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer {
    ReferenceDropout()
  }
}

/// Nothing: a network that is trained leaves no number out.
struct ReferenceDropout: ReferenceExampleLayer {
  func forward(_ x: [Double]) -> [Double] { x }

  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double] { dz }
}
