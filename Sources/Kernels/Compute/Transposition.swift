extension LaneMatrix {
  /// Adds this matrix, images × units with units side by side, to one with images side by side.
  func addTransposed(to block: LaneBlock, groups: Int) {
    for group in 0..<groups {
      let lanes = block.group(group)
      for unit in 0..<columns {
        let numbers = self.numbers(unit, ofGroup: group)
        var column = Lanes()
        for image in 0..<Lanes.width { column[image] = numbers[image &* Lanes.width] }
        lanes[unit] += column
      }
    }
  }

  /// Takes over a matrix with images side by side.
  func setTransposed(of block: LaneBlock, groups: Int) {
    for group in 0..<groups {
      let lanes = block.group(group)
      for unit in 0..<columns {
        let numbers = self.numbers(unit, ofGroup: group)
        let column = lanes[unit]
        for image in 0..<Lanes.width { numbers[image &* Lanes.width] = column[image] }
      }
    }
  }

  /// The number of a unit for the first image of a group; that of the next is sixteen further on.
  @inline(__always)
  private func numbers(_ unit: Int, ofGroup group: Int) -> UnsafeMutablePointer<Float> {
    let rows = UnsafeMutableRawPointer(
      panel(unit / Lanes.width) + group &* Lanes.width)
    return rows.assumingMemoryBound(to: Float.self) + unit % Lanes.width
  }
}
