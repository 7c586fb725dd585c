import Architecture

extension DenseSpec: ReferencedLayer {
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer {
    ReferenceDense(units: count, weights: tensors[0], biases: tensors[1])
  }
}

/// z = W x + b.
struct ReferenceDense: ReferenceExampleLayer {
  let units: Int
  /// Units × inputs, row by row.
  let weights: [Double]
  let biases: [Double]

  func forward(_ x: [Double]) -> [Double] {
    (0..<units).map { unit in
      x.indices.reduce(biases[unit]) { $0 + weights[unit * x.count + $1] * x[$1] }
    }
  }

  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double] {
    var dx = x.map { _ in 0.0 }
    for unit in 0..<units {
      gradient[1][unit] += dz[unit]
      for input in x.indices {
        gradient[0][unit * x.count + input] += dz[unit] * x[input]
        dx[input] += dz[unit] * weights[unit * x.count + input]
      }
    }
    return dx
  }
}
