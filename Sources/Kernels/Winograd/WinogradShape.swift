import Architecture

/// The sizes of a correlation whose kernel steps from place to place, and of its tiles: six by six
/// numbers that go in give as many sums as the kernel leaves.
struct WinogradShape: Sendable {
  /// Points in both dimensions.
  static let points = 36

  /// Planes that go in and come out.
  let (inputs, outputs): (Int, Int)
  let (kernelHeight, kernelWidth): (Int, Int)
  /// Six by six numbers a tile.
  let ingoing: TileGrid
  /// Sums of a tile.
  let outgoing: TileGrid
  let tiles: Int

  /// `nil` where tiles do not pay: where the kernel steps further, is larger than a tile or no more
  /// than a line, or where so few planes go in or come out that the way to the points and back takes
  /// longer than their products save.
  init?(_ spec: ConvSpec, input: Shape, output: Shape) {
    let (kernel, sides) = (spec.kernel, 2...5)
    guard spec.stride == 1, sides.contains(kernel.height), sides.contains(kernel.width),
      min(input.channels, output.channels) >= 8
    else { return nil }
    self.init(
      inputs: input.channels, outputs: output.channels, input: (input.height, input.width),
      margin: (spec.margins.height, spec.margins.width), kernel: (kernel.height, kernel.width),
      output: (output.height, output.width))
  }

  /// - Parameters:
  ///   - input: the lines and columns of the planes that go in, without a margin.
  ///   - margin: lines above and columns left of them that are zero.
  private init(
    inputs: Int, outputs: Int, input: (height: Int, width: Int), margin: (top: Int, left: Int),
    kernel: (height: Int, width: Int), output: (height: Int, width: Int)
  ) {
    (self.inputs, self.outputs) = (inputs, outputs)
    (kernelHeight, kernelWidth) = kernel
    let (lines, places) = (7 - kernel.height, 7 - kernel.width)
    let columns = (output.width + places - 1) / places
    tiles = columns * ((output.height + lines - 1) / lines)
    ingoing = TileGrid(
      height: input.height, width: input.width, patchHeight: 6, patchWidth: 6, downStep: lines,
      rightStep: places, top: margin.top, left: margin.left, columns: columns)
    outgoing = TileGrid(
      height: output.height, width: output.width, patchHeight: lines, patchWidth: places,
      downStep: lines, rightStep: places, top: 0, left: 0, columns: columns)
  }

  /// Kernels, in vectors of lanes.
  var kernelGroups: Int { Lanes.groups(for: inputs * outputs) }

  /// Tiles that are worked on at once forward: what they hold stays in the second memory, which has
  /// 512 kB or more, beside the kernels.
  ///
  /// No sum runs over them.
  var forwardBlock: Int {
    let bytes = Self.points * (inputs + outputs) * MemoryLayout<Strip>.size
    let room = (1 << 18) / bytes / StripTile.width * StripTile.width
    return min(tiles, max(StripTile.width, room))
  }

  /// Tiles that are worked on at once backward: sums run over them, so they are as many whatever a
  /// strip is.
  var backwardBlock: Int {
    let bytes = Self.points * (inputs + outputs) * MemoryLayout<Lanes>.size
    return max(1, min(tiles, (1 << 21) / bytes))
  }

  /// Vectors of lanes that the passes need.
  var workspaceCount: Int {
    max(
      WinogradRoom.count(self, block: forwardBlock), WinogradRoom.count(self, block: backwardBlock))
  }
}
