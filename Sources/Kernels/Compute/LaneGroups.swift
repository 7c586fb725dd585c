/// The numbers of some groups of sixteen examples, which stand anywhere in memory: those of a group
/// one vector after the other.
struct LaneGroups {
  /// Bytes that may be near at once, of the 32 kB or more that the nearest memory has.
  private static let nearBytes = 1 << 14

  /// The first strip of the first group.
  let base: UnsafeMutablePointer<Strip>
  /// How far from there each group begins, in strips: memory begins with a line of the caches, so that
  /// whole ones lie between.
  private let offsets: [Int]
  /// Where each strip of a number and the three after it stand, those of one group after those of the
  /// other; the last one again in the place of those beyond the end.
  private let places: [FourIndices]

  /// - Parameter groups: the first vector of each group; `first` is that of the first one.
  init(_ first: UnsafeMutablePointer<Lanes>, _ groups: [UnsafeMutablePointer<Lanes>]) {
    let base = Strip.of(first)
    let offsets = groups.map { Strip.of($0) - base }
    let strips = offsets.flatMap { offset in (0..<Strip.count).map { offset + $0 } }
    places = strips.indices.map { first in
      let next = FourIndices(first, within: strips.count)
      return FourIndices(
        strips[next.a], strips[next.b], strips[next.c], strips[next.d], count: next.count)
    }
    (self.base, self.offsets) = (base, offsets)
  }

  /// Groups that are only read.
  init(_ first: UnsafePointer<Lanes>, _ groups: [UnsafePointer<Lanes>]) {
    self.init(
      UnsafeMutablePointer(mutating: first), groups.map { UnsafeMutablePointer(mutating: $0) })
  }

  var count: Int { offsets.count }

  /// Strips of a number in all groups.
  var stripCount: Int { places.count }

  /// Where a strip of the first number and the three after it stand.
  @inline(__always)
  func places(_ strip: Int) -> FourIndices { places[strip] }

  /// The strips of a group.
  @inline(__always)
  func strips(ofGroup group: Int) -> UnsafePointer<Strip> { UnsafePointer(base + offsets[group]) }

  /// The same as numbers, sixteen of a vector side by side.
  @inline(__always)
  func numbers(ofGroup group: Int) -> UnsafePointer<Float> {
    UnsafeRawPointer(strips(ofGroup: group)).assumingMemoryBound(to: Float.self)
  }

  /// The vectors below `count` in blocks, of which all groups' are near at once.
  func nearBlocks(of count: Int) -> [Range<Int>] {
    let size = max(1, Self.nearBytes / (max(1, self.count) * MemoryLayout<Lanes>.size))
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}
