extension TrainingImages {
  /// Calls `body` with a block of the images; `range` begins at a whole chunk.
  func withBlock(_ range: Range<Int>, _ body: (ImageBlock) -> Void) {
    let first = range.lowerBound / Chunk.size * pixels.common.count
    rare.withLitPixels(from: range.lowerBound) { lit in
      body(
        ImageBlock(
          count: range.count, lines: lines.base + first, commonCount: pixels.common.count,
          rare: lit))
    }
  }
}

extension RarePixels {
  /// Calls `body` with the lit pixels of the images from `first` on; with `nil` where none is rare.
  fileprivate func withLitPixels(from first: Int, _ body: (LitPixelRows?) -> Void) {
    guard !pixels.isEmpty else { return body(nil) }
    starts.withUnsafeBufferPointer { starts in
      positions.withUnsafeBufferPointer { positions in
        levels.withUnsafeBufferPointer { levels in
          guard let starts = starts.baseAddress, let positions = positions.baseAddress,
            let levels = levels.baseAddress
          else { return body(nil) }
          body(LitPixelRows(starts: starts + first, positions: positions, levels: levels))
        }
      }
    }
  }
}
