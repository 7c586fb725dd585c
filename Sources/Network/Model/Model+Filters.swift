import Architecture

extension Model {
  /// The filters of a convolution for one of the channels that go in, by the channels that come out.
  package func filters(ofLayer layer: Int, channel: Int) -> [[Float]] {
    let weights = parameters[layer, "weights"]
    guard let shape = architecture.parameters(ofLayer: layer).first, shape.dimensions.count == 4,
      (0..<shape.dimensions[1]).contains(channel)
    else { return [] }
    let size = shape.dimensions[2] * shape.dimensions[3]
    return (0..<shape.dimensions[0]).map { output in
      let start = (output * shape.dimensions[1] + channel) * size
      return Array(weights[start..<start + size])
    }
  }
}
