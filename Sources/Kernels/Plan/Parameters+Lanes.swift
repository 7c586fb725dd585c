import Architecture
import Network

extension Parameters<Float> {
  /// All numbers, one tensor after the other, in whole lanes.
  var buffer: LaneBuffer {
    let buffer = LaneBuffer(Lanes.groups(for: tensors.reduce(0) { $0 + $1.numbers.count }))
    var start = buffer.numbers
    for tensor in tensors {
      start.update(from: tensor.numbers, count: tensor.numbers.count)
      start += tensor.numbers.count
    }
    return buffer
  }

  /// Takes over the numbers that stand in a buffer.
  mutating func take(_ buffer: LaneBuffer) {
    var start = buffer.numbers
    for index in tensors.indices {
      let count = tensors[index].numbers.count
      tensors[index].numbers = Array(UnsafeBufferPointer(start: start, count: count))
      start += count
    }
  }
}

extension Parameters<Double> {
  /// Takes the gradient of each layer, which is dense.
  init(_ architecture: Architecture, layers: [MeanGradient]) {
    var tensors = layers.flatMap { [$0.weights, $0.biases] }.makeIterator()
    self.init(architecture) { _ in tensors.next() ?? [] }
  }
}
