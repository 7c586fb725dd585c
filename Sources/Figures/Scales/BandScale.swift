/// Divides a length evenly among items, with a gap between neighbours.
package struct BandScale: Sendable, Equatable {
  package let count: Int
  package let start: Double
  package let end: Double
  /// The gap between neighbours as a share of the distance between their starts.
  package let padding: Double

  package init(count: Int, from start: Double, to end: Double, padding: Double = 0) {
    self.count = count
    self.start = start
    self.end = end
    self.padding = padding
  }

  /// The distance between the starts of neighbours.
  package var step: Double { (end - start) / Double(max(1, count)) }

  /// The extent of one item.
  package var bandwidth: Double { step * (1 - padding) }

  /// Where the item at `index` starts.
  package func callAsFunction(_ index: Int) -> Double {
    start + step * (Double(index) + padding / 2)
  }

  /// The middle of the item at `index`.
  package func centre(_ index: Int) -> Double {
    start + step * (Double(index) + 0.5)
  }
}
