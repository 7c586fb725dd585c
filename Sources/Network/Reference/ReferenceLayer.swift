import Architecture

/// A layer as the textbook writes it, without its activation: forward, and backward beside it.
struct ReferenceLayer {
  let spec: LayerSpec
  let input: Shape
  let output: Shape
  let weights: [Double]
  let biases: [Double]

  /// z from x.
  func forward(_ x: [Double]) -> [Double] {
    switch spec {
    case .maxPool(let window):
      return windows(window).map { numbers in numbers.map { x[$0] }.max() ?? 0 }
    case .averagePool(let window):
      return windows(window).map { numbers in
        numbers.map { x[$0] }.reduce(0, +) / Double(numbers.count)
      }
    case .dropout: return x
    case .dense, .conv:
      var z = (0..<output.count).map { biases[$0 / (output.height * output.width)] }
      forEachProduct { place, weight, number in z[place] += weights[weight] * x[number] }
      return z
    }
  }

  /// Adds to dW and db and gives dx, from dz.
  func backward(_ x: [Double], _ dz: [Double], _ dW: inout [Double], _ db: inout [Double])
    -> [Double]
  {
    var dx = Array(repeating: 0.0, count: x.count)
    switch spec {
    case .maxPool(let window):
      for (place, numbers) in windows(window).enumerated() {
        let largest = numbers.map { x[$0] }.max() ?? 0
        if let first = numbers.first(where: { x[$0] == largest }) { dx[first] += dz[place] }
      }
    case .averagePool(let window):
      for (place, numbers) in windows(window).enumerated() {
        for number in numbers { dx[number] += dz[place] / Double(numbers.count) }
      }
    case .dropout: dx = dz
    case .dense, .conv:
      for place in dz.indices { db[place / (output.height * output.width)] += dz[place] }
      forEachProduct { place, weight, number in
        dW[weight] += dz[place] * x[number]
        dx[number] += dz[place] * weights[weight]
      }
    }
    return dx
  }

  /// Calls `body` for every product of a weight and a number that goes in, with the place that it
  /// adds to.
  private func forEachProduct(_ body: (_ place: Int, _ weight: Int, _ number: Int) -> Void) {
    switch spec {
    case .dense(let units, _):
      for unit in 0..<units {
        for number in 0..<input.count { body(unit, unit * input.count + number, number) }
      }
    case .conv(_, let kernel, let stride, let padding, _):
      let margins = padding.margins(for: kernel)
      for place in 0..<output.count {
        let (channel, row, column) = position(place, in: output)
        for tap in 0..<input.channels * kernel.height * kernel.width {
          let (from, k, l) = position(
            tap, in: Shape(channels: input.channels, height: kernel.height, width: kernel.width))
          let (r, c) = (row * stride + k - margins.height, column * stride + l - margins.width)
          guard (0..<input.height).contains(r), (0..<input.width).contains(c) else { continue }
          body(
            place, channel * input.channels * kernel.height * kernel.width + tap,
            (from * input.height + r) * input.width + c)
        }
      }
    case .maxPool, .averagePool, .dropout: break
    }
  }

  /// The numbers of each window, row by row.
  private func windows(_ window: KernelSize) -> [[Int]] {
    (0..<output.count).map { place in
      let (channel, row, column) = position(place, in: output)
      return (0..<window.height * window.width).map { number in
        let (k, l) = number.quotientAndRemainder(dividingBy: window.width)
        return (channel * input.height + row * window.height + k) * input.width
          + column * window.width + l
      }
    }
  }

  private func position(_ index: Int, in shape: Shape) -> (channel: Int, row: Int, column: Int) {
    let (line, column) = index.quotientAndRemainder(dividingBy: shape.width)
    let (channel, row) = line.quotientAndRemainder(dividingBy: shape.height)
    return (channel, row, column)
  }
}
