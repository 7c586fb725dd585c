/// Some numbers, drawn from more that could have been: their mean and how far it may be off.
package struct Sample: Sendable, Equatable {
  package let count: Int
  package let mean: Double
  /// The standard deviation, with the count less one below the line; `nil` of a single number.
  package let deviation: Double?
  package let min: Double
  package let max: Double

  /// Takes finite numbers, in the order in which they are added up; `nil` of none.
  package init?(_ numbers: [Double]) {
    guard let first = numbers.first else { return nil }
    let count = numbers.count
    let mean = numbers.reduce(0, +) / Double(count)
    self.count = count
    self.mean = mean
    min = numbers.reduce(first, Swift.min)
    max = numbers.reduce(first, Swift.max)
    guard count > 1 else {
      deviation = nil
      return
    }
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = (squares / Double(count - 1)).squareRoot()
  }

  /// The 95 % interval of the mean by Student's t; `nil` of a single number.
  package var interval: ClosedRange<Double>? {
    guard let deviation else { return nil }
    let half = StudentT.twoSided95(degrees: count - 1) * deviation / Double(count).squareRoot()
    guard half.isFinite, mean.isFinite else { return nil }
    return (mean - half)...(mean + half)
  }
}
