/// dw[o][i][k][l] += Σ dy[o][r][c] · x[i][r + k][c + l] over places and sixteen examples, and
/// dx[i][r + k][c + l] = Σ dy[o][r][c] · w[o][i][k][l]: the way back through products at the points of
/// tiles, step by step.
///
/// - `dx`: `nil` where it is not wanted.
/// - `workspace`: `workspaceCount` vectors.
func addGradients(
  _ x: UnsafePointer<Lanes>, _ dy: UnsafePointer<Lanes>, _ weights: UnsafePointer<Float>,
  _ shape: WinogradShape, in workspace: UnsafeMutablePointer<Lanes>,
  to gradient: UnsafeMutablePointer<Float>, dx: UnsafeMutablePointer<Lanes>?
) {
  let room = WinogradRoom(workspace, shape, block: shape.backwardBlock)
  room.slopes.update(repeating: .zero, count: WinogradShape.points * shape.kernelGroups)
  if let dx {
    dx.update(repeating: .zero, count: shape.inputs * shape.ingoing.count)
    transformKernels(weights, shape, room: room.patches, into: room.kernels)
  }
  for block in room.blocks {
    for strip in 0..<Strip.count {
      room.bring(Strip.of(x) + strip, block)
      room.bringSlopes(Strip.of(dy) + strip, block)
      room.addProducts(block.count)
      guard let dx else { continue }
      room.multiplyBack(block.count)
      room.addSlopes(block, to: Strip.of(dx) + strip)
    }
  }
  addKernelGradients(room.slopes, shape, room: room.patches, to: gradient)
}

extension WinogradRoom {
  /// Σ dy · x over the tiles of a block and the lanes of a strip, point by point.
  fileprivate func addProducts(_ tiles: Int) {
    for point in 0..<WinogradShape.points {
      let slopes = numbers(slopes, at: point)
      let (x, dy) = (x + point &* ingoingStride, y + point &* outgoingStride)
      for output in stride(from: 0, to: shape.outputs, by: 4) {
        let rows = FourIndices(output, within: shape.outputs)
        let planes = rows.times(block)
        for input in stride(from: 0, to: shape.inputs, by: StripTile.width) {
          let inputs = FourIndices(input, within: shape.inputs)
          let places = inputs.times(block)
          var sums = StripTile(StripQuad())
          var (number, slope) = (UnsafePointer(x), UnsafePointer(dy))
          for _ in 0..<tiles {
            sums.add(number, places, times: planes.strips(of: slope))
            number += 1
            slope += 1
          }
          sums.addTotals(to: slopes, places: inputs.times(shape.outputs), rows: rows)
        }
      }
    }
  }

  /// Σ w · dy over the planes that come out, point by point, in the place of what goes in.
  fileprivate func multiplyBack(_ tiles: Int) {
    for point in 0..<WinogradShape.points {
      let weights = numbers(kernels, at: point)
      let (from, to) = (y + point &* outgoingStride, x + point &* ingoingStride)
      combine(from, shape.outputs, into: to, shape.inputs, tiles) {
        FourColumns(weights, $0, shape.inputs)
      }
    }
  }

  /// From the points to the slopes by what goes in, where patches overlap.
  fileprivate func addSlopes(_ tiles: Range<Int>, to numbers: UnsafeMutablePointer<Strip>) {
    let (grid, step) = (shape.ingoing, ingoingStride)
    for input in 0..<shape.inputs {
      let plane = numbers + input &* grid.count &* Strip.count
      for tile in tiles {
        let products = UnsafePointer(x) + (input &* block &+ tile &- tiles.lowerBound)
        for column in 0..<6 {
          SixPoints(products + column &* step, 6 &* step).slopesOfInputs
            .store(to: half + column, 6)
        }
        for row in 0..<6 {
          SixPoints<Strip>(half + row &* 6, 1).slopesOfInputs.store(to: patch + row &* 6, 1)
        }
        grid.forEachPlace(tile) { plane[$0] += patch[$1] }
      }
    }
  }
}
