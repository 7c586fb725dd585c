/// A matrix with the columns of a row side by side, sixteen in a vector, zero at first.
///
/// Columns are padded to whole groups of lanes. The rows of one group stand together: `base[group * rows +
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

  /// All numbers, those that fill the last group among them.
  var numbers: UnsafeBufferPointer<Float> {
    let first = UnsafeRawPointer(base).assumingMemoryBound(to: Float.self)
    return UnsafeBufferPointer(start: first, count: rows * groups * Lanes.width)
  }

  /// Where in `numbers` the one at a row and column stands.
  func index(_ row: Int, _ column: Int) -> Int {
    let (group, lane) = column.quotientAndRemainder(dividingBy: Lanes.width)
    return (group * rows + row) * Lanes.width + lane
  }

  /// The number at a row and column, both within bounds.
  subscript(row: Int, column: Int) -> Float {
    get { group(column / Lanes.width)[row][column % Lanes.width] }
    set { group(column / Lanes.width)[row][column % Lanes.width] = newValue }
  }
}
