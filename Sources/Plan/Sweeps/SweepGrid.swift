/// Every combination of what a sweep varies, numbered from 0: the last axis changes fastest.
package struct SweepGrid: Sendable, Equatable {
  package let axes: [SweepAxis]
  package let count: Int

  /// The most runs that the sweeps of a notebook may have together.
  static let most = 100_000

  init(_ axes: [SweepAxis]) {
    self.axes = axes
    count = Self.count(of: axes.map(\.choices.count)) ?? .max
  }

  /// How many combinations there are; `nil` beyond all numbers.
  static func count(of sizes: [Int]) -> Int? {
    var count = 1
    for size in sizes {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      if overflows { return nil }
      count = product
    }
    return count
  }

  /// What each axis is set to in a run.
  package func choices(of run: Int) -> [SweepAxis.Choice] {
    zip(axes, places(of: run)).map { $0.choices[$1] }
  }

  /// A run as people read it: "train.layers=[10 relu, 10 softmax], seed=3".
  package func text(of run: Int) -> String {
    choices(of: run).flatMap(\.settings).joined(separator: ", ")
  }

  /// Which runs are repeats of one another: the number of the group, from 0.
  package func group(of run: Int) -> Int {
    zip(axes, places(of: run)).reduce(0) { group, axis in
      axis.0.isSeed ? group : group * axis.0.choices.count + axis.1
    }
  }

  /// How many groups of repeats there are.
  package var groupCount: Int {
    axes.reduce(1) { $1.isSeed ? $0 : $0 * $1.choices.count }
  }

  /// The place of the choice on each axis.
  package func places(of run: Int) -> [Int] {
    var rest = run
    var places: [Int] = []
    for axis in axes.reversed() {
      places.append(rest % axis.choices.count)
      rest /= axis.choices.count
    }
    return places.reversed()
  }

  /// Runs that together have every sample of each axis, and every combination of these but those of
  /// seeds where they are not too many: what is wrong with any is wrong with one of them.
  package var representatives: [Int] {
    let isWhole = groupCount <= 10_000
    let samples = axes.map { Set($0.samples) }
    return (0..<count).filter { run in
      let places = places(of: run)
      guard zip(samples, places).allSatisfy({ $0.contains($1) }) else { return false }
      let moved = places.indices.filter { places[$0] > 0 }
      if moved.count <= 1 { return true }
      return isWhole && moved.allSatisfy { !axes[$0].isSeed }
    }
  }
}
