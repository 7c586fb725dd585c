/// Where the tiles of a block are worked on, one strip of the examples at a time.
struct WinogradRoom {
  let shape: WinogradShape
  /// Tiles of a block.
  let block: Int
  /// A patch and its way, for vectors of lanes.
  let patches: UnsafeMutablePointer<Lanes>
  /// A patch.
  let patch: UnsafeMutablePointer<Strip>
  /// One that is half on its way to the points.
  let half: UnsafeMutablePointer<Strip>
  /// One number of each kernel, point by point.
  let kernels: UnsafeMutablePointer<Lanes>
  /// The slope by each of them, those of a plane that goes in one after the other.
  let slopes: UnsafeMutablePointer<Lanes>
  /// What goes in, point by point, plane by plane, tile by tile.
  let x: UnsafeMutablePointer<Strip>
  /// What comes out.
  let y: UnsafeMutablePointer<Strip>

  init(_ workspace: UnsafeMutablePointer<Lanes>, _ shape: WinogradShape, block: Int) {
    (self.shape, self.block) = (shape, block)
    patches = workspace
    patch = Strip.of(workspace)
    half = Strip.of(workspace + WinogradShape.points)
    kernels = workspace + 2 * WinogradShape.points
    slopes = kernels + WinogradShape.points * shape.kernelGroups
    let ingoing = slopes + WinogradShape.points * shape.kernelGroups
    x = Strip.of(ingoing)
    y = Strip.of(ingoing + WinogradShape.points * Self.spacing(planes: shape.inputs, block))
  }

  /// Vectors of lanes that it takes.
  static func count(_ shape: WinogradShape, block: Int) -> Int {
    let planes = spacing(planes: shape.inputs, block) + spacing(planes: shape.outputs, block)
    return WinogradShape.points * (2 + 2 * shape.kernelGroups + planes)
  }

  /// Strips from one point to the next; one more than there are, so that the points of a tile do not
  /// meet in one line of the caches.
  private static func spacing(planes: Int, _ block: Int) -> Int { planes * block + 1 }

  var ingoingStride: Int { Self.spacing(planes: shape.inputs, block) }
  var outgoingStride: Int { Self.spacing(planes: shape.outputs, block) }

  /// The tiles, in blocks.
  var blocks: [Range<Int>] {
    stride(from: 0, to: shape.tiles, by: block).map { $0..<min($0 + block, shape.tiles) }
  }

  /// The numbers of the kernels at a point.
  func numbers(_ kernels: UnsafeMutablePointer<Lanes>, at point: Int)
    -> UnsafeMutablePointer<Float>
  {
    UnsafeMutableRawPointer(kernels + point &* shape.kernelGroups)
      .assumingMemoryBound(to: Float.self)
  }
}

extension WinogradRoom {
  /// Sums over some planes at a point, each with a weight of its own for each plane that comes of it.
  @inline(__always)
  func combine<Weights: FourWeights>(
    _ from: UnsafeMutablePointer<Strip>, _ terms: Int, into to: UnsafeMutablePointer<Strip>,
    _ planes: Int, _ tiles: Int, weights: (FourIndices) -> Weights
  ) {
    for plane in stride(from: 0, to: planes, by: 4) {
      let four = FourIndices(plane, within: planes)
      let weights = weights(four)
      for tile in stride(from: 0, to: tiles, by: StripTile.width) {
        let places = FourIndices(tile, within: tiles)
        var sums = StripTile(StripQuad())
        var numbers = UnsafePointer(from)
        for term in 0..<terms {
          sums.add(numbers, places, times: weights[term])
          numbers += block
        }
        sums.store(to: to, places: places, rows: four.times(block))
      }
    }
  }

  /// Patches of planes that go in to the points.
  func bring(_ numbers: UnsafePointer<Strip>, _ tiles: Range<Int>) {
    bring(
      numbers, shape.ingoing, tiles, planes: shape.inputs, to: x, ingoingStride,
      down: { SixPoints<Strip>($0, $1).ofInputs }, across: { SixPoints<Strip>($0, 1).ofInputs })
  }

  /// Patches of the slopes by planes that come out to the points.
  func bringSlopes(_ numbers: UnsafePointer<Strip>, _ tiles: Range<Int>) {
    let (height, width) = (shape.outgoing.patchHeight, shape.outgoing.patchWidth)
    bring(
      numbers, shape.outgoing, tiles, planes: shape.outputs, to: y, outgoingStride,
      down: { .values(of: $0, $1, count: height) }, across: { .values(of: $0, 1, count: width) })
  }

  @inline(__always)
  private func bring(
    _ numbers: UnsafePointer<Strip>, _ grid: TileGrid, _ tiles: Range<Int>, planes: Int,
    to points: UnsafeMutablePointer<Strip>, _ step: Int,
    down: (_ column: UnsafePointer<Strip>, _ stride: Int) -> SixPoints<Strip>,
    across: (_ row: UnsafePointer<Strip>) -> SixPoints<Strip>
  ) {
    let width = grid.patchWidth
    for plane in 0..<planes {
      let from = numbers + plane &* grid.count &* Strip.count
      for tile in tiles {
        let patch = grid.patch(tile, of: from, room: self.patch)
        for column in 0..<width {
          down(patch.numbers + column &* patch.right, patch.down).store(to: half + column, width)
        }
        let to = points + (plane &* block &+ tile &- tiles.lowerBound)
        for row in 0..<6 {
          across(half + row &* width).store(to: to + row &* 6 &* step, step)
        }
      }
    }
  }
}
