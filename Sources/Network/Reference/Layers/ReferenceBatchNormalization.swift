import Architecture

extension BatchNormSpec: ReferencedLayer {
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer {
    ReferenceBatchNormalization(shape: place.input, tensors: tensors)
  }
}

/// z = γ (x - μ) / √(σ² + ε) + β, channel by channel.
struct ReferenceBatchNormalization: ReferenceLayer {
  let shape: Shape
  /// γ, β, and the μ and σ² that are known.
  let tensors: [[Double]]

  private var places: Int { shape.height * shape.width }

  func forward(_ x: [Double]) -> [Double] {
    x.enumerated().map { index, number in
      let channel = index / places
      return tensors[0][channel] * (number - tensors[2][channel]) / deviation(tensors[3][channel])
        + tensors[1][channel]
    }
  }

  func forward(batch x: [[Double]]) -> [[Double]] {
    let normal = normalized(x)
    return normal.map { example in
      example.enumerated().map { tensors[0][$0 / places] * $1 + tensors[1][$0 / places] }
    }
  }

  func backward(batch x: [[Double]], _ dz: [[Double]], _ gradient: inout [[Double]]) -> [[Double]] {
    let normal = normalized(x)
    var dx = x
    for channel in 0..<shape.channels {
      let indices = channel * places..<(channel + 1) * places
      let count = Double(x.count * places)
      var (slopes, products) = (0.0, 0.0)
      for example in x.indices {
        for i in indices {
          slopes += dz[example][i]
          products += dz[example][i] * normal[example][i]
        }
      }
      gradient[0][channel] += products
      gradient[1][channel] += slopes
      let scale = tensors[0][channel] / deviation(moments(x, channel).variance)
      for example in x.indices {
        for i in indices {
          dx[example][i] =
            scale
            * (dz[example][i] - slopes / count - normal[example][i] * products / count)
        }
      }
    }
    return dx
  }

  private func normalized(_ x: [[Double]]) -> [[Double]] {
    let moments = (0..<shape.channels).map { self.moments(x, $0) }
    return x.map { example in
      example.enumerated().map { index, number in
        let moment = moments[index / places]
        return (number - moment.mean) / deviation(moment.variance)
      }
    }
  }

  private func moments(_ x: [[Double]], _ channel: Int) -> (mean: Double, variance: Double) {
    let numbers = x.flatMap { $0[channel * places..<(channel + 1) * places] }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(numbers.count))
  }

  private func deviation(_ variance: Double) -> Double {
    (variance + Double(BatchNormSpec.epsilon)).squareRoot()
  }
}
