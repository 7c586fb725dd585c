/// The probabilities of each class from its scores, in place: exp(zᵢ - max z) / Σ exp(zⱼ - max z).
///
/// Subtracting the largest score leaves the quotients as they are and keeps the exponentials from
/// overflowing. Sixteen images at once.
func softmax(_ z: UnsafeMutablePointer<Lanes>, classes: Int) {
  var largest = z[0]
  for i in 1..<max(1, classes) { largest = larger(largest, z[i]) }
  var sum = Lanes.zero
  for i in 0..<classes {
    z[i] = exponential(z[i] - largest)
    sum += z[i]
  }
  for i in 0..<classes { z[i] /= sum }
}

/// The larger number of each lane.
@inline(__always)
func larger(_ a: Lanes, _ b: Lanes) -> Lanes {
  a.replacing(with: b, where: a .< b)
}

/// The first class with the largest probability, for each of sixteen images.
func winners(_ probabilities: UnsafePointer<Lanes>, classes: Int) -> SIMD16<Int32> {
  var (largest, winner) = (probabilities[0], SIMD16<Int32>.zero)
  for i in 1..<max(1, classes) {
    let wins = probabilities[i] .> largest
    largest.replace(with: probabilities[i], where: wins)
    winner.replace(with: Int32(truncatingIfNeeded: i), where: wins)
  }
  return winner
}
