/// Numbers of a block of images: one for each of some units, sixteen images side by side.
///
/// A group of sixteen images has its units together: `base[group * width + unit]`, where `width` is
/// the units padded to whole tiles.
final class LaneBlock {
  let units: Int
  let width: Int
  /// `width` initialized elements for each group of images that there is room for.
  let base: UnsafeMutablePointer<Lanes>

  /// Makes room for `images` images, zero at first.
  init(images: Int, units: Int) {
    self.units = units
    width = LaneTile.tiles(for: units) * LaneTile.width
    base = CacheLines.allocate(Lanes.groups(for: images) * width, of: .zero)
  }

  deinit {
    base.deallocate()
  }

  /// The units of one group of images.
  @inline(__always)
  func group(_ group: Int) -> UnsafeMutablePointer<Lanes> { base + group &* width }

  /// The numbers as the inputs of a layer.
  var inputs: LaneInputs {
    LaneInputs(base: base, count: units, inputStride: 1, groupStride: width)
  }
}
