import CInstructions
import Learning

extension UpdateStep {
  /// Updates some of the numbers by their gradient, in whole lanes.
  ///
  /// Numbers are rounded to 32 bits after each operation, so the bits are the same however many are
  /// updated at once.
  func take(_ numbers: OptimizedNumbers, _ range: Range<Int>) {
    switch self {
    case .descent(let step): step.take(numbers, range)
    case .adam(let step): step.take(numbers, range)
    }
  }
}

extension DescentStep {
  fileprivate func take(_ numbers: OptimizedNumbers, _ range: Range<Int>) {
    let (weights, gradient) = (numbers.weights, numbers.gradient)
    guard momentum > 0, let sums = numbers.slots.first else {
      return forEachLanes(of: range) { i in
        let w = weights.lanes(i)
        weights.set(i, w - (gradient.lanes(i) + w * decay) * rate)
      }
    }
    forEachLanes(of: range) { i in
      let w = weights.lanes(i)
      let slope = gradient.lanes(i) + w * decay
      let sum = sums.lanes(i) * momentum + slope
      sums.set(i, sum)
      weights.set(i, w - (isNesterov ? slope + sum * momentum : sum) * rate)
    }
  }
}

extension AdamStep {
  fileprivate func take(_ numbers: OptimizedNumbers, _ range: Range<Int>) {
    let (weights, gradient) = (numbers.weights, numbers.gradient)
    let (means, squares) = (numbers.slots[0], numbers.slots[1])
    forEachLanes(of: range) { i in
      let w = weights.lanes(i)
      let slope = gradient.lanes(i) + w * coupled
      let mean = means.lanes(i) * meanKept + slope * meanNew
      let square = squares.lanes(i) * squareKept + slope * slope * squareNew
      means.set(i, mean)
      squares.set(i, square)
      weights.set(i, w * kept - mean * step / (square.roots * scale + epsilon))
    }
  }
}

extension Lanes {
  /// The square root of each.
  @inline(__always)
  fileprivate var roots: Lanes {
    var numbers = self
    withUnsafeMutableBytes(of: &numbers) { bytes in
      bytes.withMemoryRebound(to: Float.self) { numbers in
        guard let base = numbers.baseAddress else { return }
        square_roots(base, base)
      }
    }
    return numbers
  }
}
