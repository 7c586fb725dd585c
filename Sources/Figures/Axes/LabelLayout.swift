/// Keeps labels from lying on one another.
package enum LabelLayout {
  /// Moves labels as little as possible so that they keep their order and a distance of `height`.
  ///
  /// `centres` are ascending; answers the new centres, all at least half a height within `bounds`
  /// where there is room for all. The least sum of squared moves is an isotonic regression, solved
  /// by pooling adjacent violators (R. E. Barlow et al., "Statistical Inference under Order
  /// Restrictions", 1972).
  package static func spread(
    _ centres: [Double], height: Double, within bounds: ClosedRange<Double>
  ) -> [Double] {
    var pools: [(mean: Double, count: Int)] = []
    for (index, centre) in centres.enumerated() {
      var pool = (mean: centre - Double(index) * height, count: 1)
      while let last = pools.last, last.mean > pool.mean {
        let count = last.count + pool.count
        let sum = last.mean * Double(last.count) + pool.mean * Double(pool.count)
        pool = (sum / Double(count), count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let low = bounds.lowerBound + height / 2
    let high = max(low, bounds.upperBound - height / 2 - Double(centres.count - 1) * height)
    let free = pools.flatMap { Array(repeating: max(low, min(high, $0.mean)), count: $0.count) }
    return free.enumerated().map { $1 + Double($0) * height }
  }

  /// How many labels of `height` have room within `bounds`.
  package static func capacity(height: Double, within bounds: ClosedRange<Double>) -> Int {
    guard height > 0 else { return 0 }
    return max(0, Int((bounds.upperBound - bounds.lowerBound) / height))
  }

  /// The smallest `n` for which every `n`th label leaves a gap to the next: 1 keeps them all.
  ///
  /// `centres` are ascending, with as many `widths`.
  package static func stride(centres: [Double], widths: [Double], gap: Double) -> Int {
    let labels = Array(zip(centres, widths))
    for step in 1..<max(2, labels.count) {
      let kept = Swift.stride(from: 0, to: labels.count, by: step).map { labels[$0] }
      let fits = zip(kept, kept.dropFirst()).allSatisfy { one, next in
        next.0 - one.0 >= (one.1 + next.1) / 2 + gap
      }
      if fits { return step }
    }
    return max(1, labels.count)
  }
}
