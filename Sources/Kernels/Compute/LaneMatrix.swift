/// A matrix with the columns of a row side by side, sixteen in a vector, zero at first.
///
/// Sixteen columns make a panel, the last one padded. The rows of a panel stand together: `base[panel *
/// rows + row]`, so that one panel stays in the first-level cache while it is used.
final class LaneMatrix {
  let rows: Int
  let columns: Int
  let panels: Int
  /// `rows * panels` initialized elements, freed by this owner.
  let base: UnsafeMutablePointer<Lanes>

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    panels = Lanes.groups(for: columns)
    base = CacheLines.allocate(rows * panels, of: .zero)
  }

  deinit {
    base.deallocate()
  }

  /// The rows of one panel.
  func panel(_ panel: Int) -> UnsafeMutablePointer<Lanes> { base + panel * rows }

  func clear() {
    base.update(repeating: .zero, count: rows * panels)
  }

  /// All numbers, those that fill the last panel among them.
  var numbers: UnsafeBufferPointer<Float> {
    let first = UnsafeRawPointer(base).assumingMemoryBound(to: Float.self)
    return UnsafeBufferPointer(start: first, count: rows * panels * Lanes.width)
  }

  /// Where in `numbers` the one at a row and column stands.
  func index(_ row: Int, _ column: Int) -> Int {
    let (panel, lane) = column.quotientAndRemainder(dividingBy: Lanes.width)
    return (panel * rows + row) * Lanes.width + lane
  }

  /// The number at a row and column, both within bounds.
  subscript(row: Int, column: Int) -> Float {
    get { panel(column / Lanes.width)[row][column % Lanes.width] }
    set { panel(column / Lanes.width)[row][column % Lanes.width] = newValue }
  }
}
