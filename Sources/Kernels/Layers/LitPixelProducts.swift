/// Σ level · row over the lit pixels of an image: a weighted sum for sixteen units at once.
///
/// Two sums run side by side, so that no addition waits for the one before it.
@inline(__always)
func weightedSum(of lit: LitPixelRows, _ image: Int, _ rows: UnsafePointer<Lanes>) -> Lanes {
  var (even, odd) = (Lanes.zero, Lanes.zero)
  var (i, end) = (lit.starts[image], lit.starts[image &+ 1])
  while i &+ 2 <= end {
    even += rows[Int(lit.positions[i])] * Float(lit.levels[i])
    odd += rows[Int(lit.positions[i &+ 1])] * Float(lit.levels[i &+ 1])
    i &+= 2
  }
  if i < end { even += rows[Int(lit.positions[i])] * Float(lit.levels[i]) }
  return even + odd
}

/// row += level · delta for the lit pixels of an image: what it adds to the gradient.
@inline(__always)
func addLitProducts(
  of lit: LitPixelRows, _ image: Int, _ delta: Lanes, to rows: UnsafeMutablePointer<Lanes>
) {
  var (i, end) = (lit.starts[image], lit.starts[image &+ 1])
  while i < end {
    rows[Int(lit.positions[i])] += delta * Float(lit.levels[i])
    i &+= 1
  }
}
