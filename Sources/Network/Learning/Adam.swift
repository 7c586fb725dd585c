/// Adam: steps of the size of the rate, by the mean of the gradient and of its square.
///
/// D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
package struct Adam: Sendable, Equatable {
  /// How much of the mean gradient, and of the mean square, is kept from update to update.
  package var meanDecay = 0.9
  package var squareDecay = 0.999
  /// What keeps a step finite where there has been no gradient.
  package var epsilon: Float = 1e-8
  /// What of each number is added to its gradient; where it is decoupled, an update takes it away
  /// beside its step instead, times the rate.
  ///
  /// I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", ICLR (2019).
  package let decay: Double
  package let isDecoupled: Bool

  package init(decay: Double = 0, isDecoupled: Bool = false) {
    self.decay = decay
    self.isDecoupled = isDecoupled
  }

  /// Updates some of the numbers by their gradient.
  ///
  /// - Parameter update: how many updates there have been, this one among them.
  func update(
    _ numbers: OptimizedNumbers, _ range: Range<Int>, rate: Double, update: Int
  ) {
    let meanShare = 1 - power(meanDecay, update)
    let squareShare = 1 - power(squareDecay, update)
    let step = Float(rate / meanShare)
    let scale = Float(1 / squareShare.squareRoot())
    let kept = Float(isDecoupled ? 1 - rate * decay : 1)
    let coupled = Float(isDecoupled ? 0 : decay)
    let (mean, square) = (numbers.slots[0], numbers.slots[1])
    let (keptMean, newMean) = (Float(meanDecay), Float(1 - meanDecay))
    let (keptSquare, newSquare) = (Float(squareDecay), Float(1 - squareDecay))
    forEachLanes(of: range) { i in
      let slope = numbers.gradient.lanes(i) + numbers.weights.lanes(i) * coupled
      let m = mean.lanes(i) * keptMean + slope * newMean
      let v = square.lanes(i) * keptSquare + slope * slope * newSquare
      mean.set(i, m)
      square.set(i, v)
      let divisor = v.squareRoot() * scale + epsilon
      numbers.weights.set(i, numbers.weights.lanes(i) * kept - m * step / divisor)
    }
  }
}

/// What an optimizer works on: numbers that stand side by side, in whole lanes.
struct OptimizedNumbers {
  let weights: UnsafeMutablePointer<Float>
  let gradient: UnsafeMutablePointer<Float>
  /// What is remembered of each number from update to update.
  let slots: [UnsafeMutablePointer<Float>]
}

/// Calls `body` with the first index of each sixteen numbers.
@inline(__always)
func forEachLanes(of range: Range<Int>, _ body: (Int) -> Void) {
  var i = range.lowerBound
  while i < range.upperBound {
    body(i)
    i &+= Lanes.width
  }
}

extension UnsafeMutablePointer<Float> {
  /// Sixteen numbers from an index on.
  @inline(__always)
  func lanes(_ index: Int) -> Lanes {
    UnsafeRawPointer(self + index).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  func set(_ index: Int, _ lanes: Lanes) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: lanes, as: Lanes.self)
  }
}

/// A whole power, by squares: with the same bits on every machine.
func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
