/// A matrix whose rows are groups of lanes, zero at first.
///
/// Columns are padded to whole groups. The rows of one group stand together: `base[group * rows +
/// row]`, so that one group of all rows stays in the first-level cache while it is used.
final class LaneMatrix {
  let rows: Int
  let columns: Int
  let groups: Int
  /// `rows * groups` initialized elements, freed by this owner.
  let base: UnsafeMutablePointer<Lanes>

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    groups = Lanes.groups(for: columns)
    base = .allocate(capacity: max(1, rows * groups))
    base.initialize(repeating: .zero, count: rows * groups)
  }

  deinit {
    base.deallocate()
  }

  /// The rows of one group of lanes.
  func group(_ group: Int) -> UnsafeMutablePointer<Lanes> { base + group * rows }

  func clear() {
    base.update(repeating: .zero, count: rows * groups)
  }

  /// The number at a row and column, both within bounds.
  subscript(row: Int, column: Int) -> Float {
    get { group(column / Lanes.width)[row][column % Lanes.width] }
    set { group(column / Lanes.width)[row][column % Lanes.width] = newValue }
  }
}
