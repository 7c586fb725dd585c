/// The probabilities of each class from its scores, in place: exp(zᵢ - max z) / Σ exp(zⱼ - max z).
///
/// Subtracting the largest score leaves the quotients as they are and keeps the exponentials from
/// overflowing.
func softmax(_ scores: ScoreRow) {
  let largest = scores.largest
  var sum: Float = 0
  for group in 0..<scores.groups {
    let powers = exponential(scores[group] - largest) * scores.used[group]
    scores[group] = powers
    sum += powers.total
  }
  for group in 0..<scores.groups {
    scores[group] /= sum
  }
}

/// The scores of one example, in groups of lanes; lanes beyond the last class hold -∞.
///
/// `base[group * stride]` and `used[group]` are initialized for each group.
struct ScoreRow {
  let base: UnsafeMutablePointer<Lanes>
  let stride: Int
  let classes: Int
  /// One in the lanes of classes, zero beyond.
  let used: UnsafePointer<Lanes>

  var groups: Int { Lanes.groups(for: classes) }

  subscript(group: Int) -> Lanes {
    get { base[group * stride] }
    nonmutating set { base[group * stride] = newValue }
  }

  /// The score or probability of a class.
  subscript(class c: Int) -> Float { self[c / Lanes.width][c % Lanes.width] }

  @inline(__always)
  var largest: Float {
    var largest = self[0].largest
    for group in 1..<max(1, groups) { largest = max(largest, self[group].largest) }
    return largest
  }

  /// The first class with the largest score or probability.
  var winner: Int {
    var winner = 0
    for c in 1..<max(1, classes) where self[class: c] > self[class: winner] { winner = c }
    return winner
  }
}
