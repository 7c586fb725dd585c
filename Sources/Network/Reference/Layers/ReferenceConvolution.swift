import Architecture

extension ConvSpec: ReferencedLayer {
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer {
    ReferenceConvolution(
      spec: self, input: place.input, output: place.output, weights: tensors[0],
      biases: tensors[1])
  }
}

/// z = W * x + b.
struct ReferenceConvolution: ReferenceExampleLayer {
  let spec: ConvSpec
  let input: Shape
  let output: Shape
  let weights: [Double]
  let biases: [Double]

  func forward(_ x: [Double]) -> [Double] {
    var z = (0..<output.count).map { biases[$0 / (output.height * output.width)] }
    forEachProduct { place, weight, number in z[place] += weights[weight] * x[number] }
    return z
  }

  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double] {
    var dx = x.map { _ in 0.0 }
    for place in dz.indices { gradient[1][place / (output.height * output.width)] += dz[place] }
    forEachProduct { place, weight, number in
      gradient[0][weight] += dz[place] * x[number]
      dx[number] += dz[place] * weights[weight]
    }
    return dx
  }

  /// Calls `body` for every product of a weight and a number that goes in, with the place that it
  /// adds to.
  private func forEachProduct(_ body: (_ place: Int, _ weight: Int, _ number: Int) -> Void) {
    let kernel = Shape(
      channels: input.channels, height: spec.kernel.height, width: spec.kernel.width)
    for place in 0..<output.count {
      let (channel, row, column) = output.position(place)
      for tap in 0..<kernel.count {
        let (from, k, l) = kernel.position(tap)
        let r = row * spec.stride + k - spec.margins.height
        let c = column * spec.stride + l - spec.margins.width
        guard (0..<input.height).contains(r), (0..<input.width).contains(c) else { continue }
        body(place, channel * kernel.count + tap, (from * input.height + r) * input.width + c)
      }
    }
  }
}

extension Shape {
  /// Where the number at an index stands.
  func position(_ index: Int) -> (channel: Int, row: Int, column: Int) {
    let (line, column) = index.quotientAndRemainder(dividingBy: width)
    let (channel, row) = line.quotientAndRemainder(dividingBy: height)
    return (channel, row, column)
  }
}
