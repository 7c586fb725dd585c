/// y[o][r][c] = b[o] + Σ w[o][i][k][l] · x[i][r + k][c + l], for sixteen examples at once, by products
/// at the points of tiles.
///
/// - `weights`: outputs × inputs × kernel height × kernel width; `biases`: one for each output.
/// - `workspace`: `workspaceCount` vectors.
func correlate(
  _ x: UnsafePointer<Lanes>, _ weights: UnsafePointer<Float>, _ biases: UnsafePointer<Float>,
  _ shape: WinogradShape, in workspace: UnsafeMutablePointer<Lanes>,
  into y: UnsafeMutablePointer<Lanes>
) {
  let room = WinogradRoom(workspace, shape, block: shape.forwardBlock)
  transformKernels(weights, shape, room: room.patches, into: room.kernels)
  for block in room.blocks {
    for strip in 0..<Strip.count {
      room.bring(Strip.of(x) + strip, block)
      room.multiply(block.count)
      room.give(block, biases, to: Strip.of(y) + strip)
    }
  }
}

extension WinogradRoom {
  /// Σ w · x over the planes that go in, point by point.
  fileprivate func multiply(_ tiles: Int) {
    for point in 0..<WinogradShape.points {
      let weights = numbers(kernels, at: point)
      let (from, to) = (x + point &* ingoingStride, y + point &* outgoingStride)
      combine(from, shape.inputs, into: to, shape.outputs, tiles) {
        FourRows(weights, $0, shape.inputs)
      }
    }
  }

  /// From the points to the sums, with the biases.
  fileprivate func give(
    _ tiles: Range<Int>, _ biases: UnsafePointer<Float>, to numbers: UnsafeMutablePointer<Strip>
  ) {
    let (grid, step) = (shape.outgoing, outgoingStride)
    let (height, width) = (grid.patchHeight, grid.patchWidth)
    for output in 0..<shape.outputs {
      let plane = numbers + output &* grid.count &* Strip.count
      let bias = biases[output]
      for tile in tiles {
        let products = UnsafePointer(y) + (output &* block &+ tile &- tiles.lowerBound)
        for column in 0..<6 {
          SixPoints(products + column &* step, 6 &* step)
            .storeSums(to: half + column, 6, count: height)
        }
        for row in 0..<height {
          SixPoints<Strip>(half + row &* 6, 1)
            .storeSums(to: patch + row &* width, 1, count: width)
        }
        grid.forEachPlace(tile) { plane[$0] = patch[$1] + bias }
      }
    }
  }
}
