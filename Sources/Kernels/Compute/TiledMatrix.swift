/// A matrix with a row for each input and a column for each unit, zero at first.
///
/// Five columns make a tile, and a tile has its rows together: `base[(tile * rows + row) * 5 +
/// column % 5]`, in the order in which the kernels read it.
final class TiledMatrix {
  let rows: Int
  let columns: Int
  let tiles: Int
  /// `count` initialized numbers, freed by this owner.
  private let base: UnsafeMutablePointer<Float>

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    tiles = LaneTile.tiles(for: columns)
    base = CacheLines.allocate(tiles * rows * LaneTile.width, of: 0)
  }

  deinit {
    base.deallocate()
  }

  private var count: Int { tiles * rows * LaneTile.width }

  /// The rows of one tile of columns.
  @inline(__always)
  func tile(_ tile: Int) -> UnsafeMutablePointer<Float> { base + tile &* rows &* LaneTile.width }

  func clear() {
    base.update(repeating: 0, count: count)
  }

  /// All numbers, those that fill the last tile among them.
  var numbers: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: base, count: count) }

  /// Where in `numbers` the one at a row and column stands.
  func index(_ row: Int, _ column: Int) -> Int {
    let (tile, place) = column.quotientAndRemainder(dividingBy: LaneTile.width)
    return (tile * rows + row) * LaneTile.width + place
  }

  /// The number at a row and column, both within bounds.
  subscript(row: Int, column: Int) -> Float {
    get { base[index(row, column)] }
    set { base[index(row, column)] = newValue }
  }
}
