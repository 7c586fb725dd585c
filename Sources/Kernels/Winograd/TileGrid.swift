/// Patches of a plane, laid out in rows: what lies beyond the plane is zero.
struct TileGrid: Sendable {
  /// Of the plane.
  let (height, width): (Int, Int)
  /// Lines and columns of a patch.
  let (patchHeight, patchWidth): (Int, Int)
  /// Lines and columns from one patch to the next.
  let (downStep, rightStep): (Int, Int)
  /// How far the first patch begins above and left of the plane.
  let (top, left): (Int, Int)
  /// Patches in a row.
  let columns: Int

  /// Numbers of the plane.
  var count: Int { height * width }

  /// Where a patch is read: vectors, and how far apart they are down and to the right.
  struct Patch {
    let numbers: UnsafePointer<Strip>
    let (down, right): (Int, Int)
  }

  /// A patch where it lies, or in `room` where it reaches beyond the plane.
  @inline(__always)
  func patch(
    _ index: Int, of plane: UnsafePointer<Strip>, room: UnsafeMutablePointer<Strip>
  ) -> Patch {
    let (row, column) = corner(index)
    let down = width &* Strip.count
    if row >= 0 && column >= 0 && row &+ patchHeight <= height && column &+ patchWidth <= width {
      return Patch(
        numbers: plane + (row &* width &+ column) &* Strip.count, down: down, right: Strip.count)
    }
    room.update(repeating: .zero, count: patchHeight &* patchWidth)
    forEachPlace(index) { room[$1] = plane[$0] }
    return Patch(numbers: UnsafePointer(room), down: patchWidth, right: 1)
  }

  /// Calls `body` with the place in the plane, in strips, and the place in the patch of each number of a
  /// patch that lies within the plane.
  @inline(__always)
  func forEachPlace(_ index: Int, _ body: (_ plane: Int, _ patch: Int) -> Void) {
    let (row, column) = corner(index)
    let lines = max(0, 0 &- row)..<max(0, min(patchHeight, height &- row))
    let places = max(0, 0 &- column)..<max(0, min(patchWidth, width &- column))
    for line in lines {
      let (start, from) = ((row &+ line) &* width &+ column, line &* patchWidth)
      for place in places { body((start &+ place) &* Strip.count, from &+ place) }
    }
  }

  /// The line and column of the plane where a patch begins.
  @inline(__always)
  private func corner(_ index: Int) -> (row: Int, column: Int) {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    return (row &* downStep &- top, column &* rightStep &- left)
  }
}
