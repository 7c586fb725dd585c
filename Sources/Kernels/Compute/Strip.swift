// How many registers a processor has, and how wide they are, is known where a module is compiled:
// Package.swift names the vectors of KernelsAVX2 and KernelsAVX512.

#if AVX512
  /// As many lanes as one register holds.
  ///
  /// Sums of a tile are made strip by strip, so that all of a strip's stay in registers; which lanes
  /// are added at once makes no difference to any of them.
  typealias Strip = SIMD16<Float>

  extension Strip {
    /// Four lanes side by side, by their place among the fours.
    @inline(__always)
    func four(_ index: Int) -> SIMD4<Float> {
      let half = index < 2 ? lowHalf : highHalf
      return index.isMultiple(of: 2) ? half.lowHalf : half.highHalf
    }
  }
#elseif AVX2
  typealias Strip = SIMD8<Float>

  extension Strip {
    @inline(__always)
    func four(_ index: Int) -> SIMD4<Float> { index == 0 ? lowHalf : highHalf }
  }
#else
  typealias Strip = SIMD4<Float>

  extension Strip {
    @inline(__always)
    func four(_ index: Int) -> SIMD4<Float> { self }
  }
#endif

extension Strip {
  /// How many strips make up the lanes.
  static var count: Int { Lanes.width / scalarCount }

  /// The strips of some vectors of lanes, those of a vector one after the other.
  @inline(__always)
  static func of(_ lanes: UnsafePointer<Lanes>) -> UnsafePointer<Strip> {
    UnsafeRawPointer(lanes).assumingMemoryBound(to: Strip.self)
  }

  @inline(__always)
  static func of(_ lanes: UnsafeMutablePointer<Lanes>) -> UnsafeMutablePointer<Strip> {
    UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Strip.self)
  }
}

/// A strip of four sums.
struct StripQuad {
  var (a, b, c, d) = (Strip.zero, Strip.zero, Strip.zero, Strip.zero)

  @inline(__always)
  init() {}

  @inline(__always)
  init(_ sums: (Strip, Strip, Strip, Strip)) { (a, b, c, d) = sums }

  /// The strips that `store` has left.
  @inline(__always)
  init(_ strips: UnsafePointer<Strip>, _ places: FourIndices) {
    (a, b) = (strips[places.a], strips[places.b])
    (c, d) = (strips[places.c], strips[places.d])
  }

  /// Adds x · y for four vectors y, lane by lane.
  @inline(__always)
  mutating func add(_ x: Strip, times y: (Strip, Strip, Strip, Strip)) {
    a += x * y.0
    b += x * y.1
    c += x * y.2
    d += x * y.3
  }

  /// Four numbers and the sum over lanes of each: four lanes after the other, whatever a strip has.
  @inline(__always)
  func totals(plus numbers: SIMD4<Float>) -> SIMD4<Float> {
    var totals = numbers
    for four in 0..<Strip.scalarCount / 4 {
      totals += pairSums(
        pairSums(a.four(four), b.four(four)), pairSums(c.four(four), d.four(four)))
    }
    return totals
  }

  /// Stores the sums in the strips of four vectors.
  @inline(__always)
  func store(to strips: UnsafeMutablePointer<Strip>, _ places: FourIndices) {
    strips[places.a] = a
    strips[places.b] = b
    strips[places.c] = c
    strips[places.d] = d
  }
}
