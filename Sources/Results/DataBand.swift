/// Where rows or columns of a figure's data lie in its drawing, so that whoever points there reads them.
package struct DataBand: Sendable, Equatable, Codable {
  /// What lies in the band, and in which direction it follows one another.
  package enum Part: Int, Sendable, Codable {
    /// Rows from left to right, as along the axis of a curve.
    case rowsAcross = 0
    /// Rows from the top down, as bars with their names.
    case rowsDown = 1
    /// Columns from left to right, but for the first, which names the rows.
    case columnsAcross = 2
  }

  package let part: Part
  /// The corners of the area in CSS pixels.
  package let left: Int
  package let top: Int
  package let right: Int
  package let bottom: Int
  /// The number of the first row or column, from 0.
  package let first: Int
  /// The middle of each row or column in CSS pixels, across or down, in their order.
  package let places: [Int]

  package init(
    _ part: Part, left: Int, top: Int, right: Int, bottom: Int, first: Int, places: [Int]
  ) {
    self.part = part
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
    self.first = first
    self.places = places
  }
}
