import CWork
import FuzzTargets
import Parallel
import Testing

/// Time and memory grow no faster than what is read, for every shape of input known to have made
/// them.
///
/// The work is counted, never timed: bytes allocated in every build, by an allocator of the tests'
/// own, and the edges of compiled Swift code in the build that `make growth` makes, where the
/// compiler counts them. Both figures are exact, so the tests tell the same on a busy machine. The
/// parser of Markdown is a system library, whose steps are not counted: `ProseLimits` keeps from it
/// the shapes on which it is known to take longer, and that is tested with them.
@Suite(.serialized, .enabled(if: work_counts_bytes())) struct GrowthTests {
  @Test("Linear in the input", arguments: Shape.all)
  func growth(_ shape: Shape) {
    shape.read(repetitions: 1)  // What is set up once is no growth.
    let work = [1, 2, 4].map { times in
      let input = shape.input(shape.count * times)
      return Work.counted { shape.target.run(input) }.work
    }
    let bytes = Growth(figures: work.map(\.bytes))
    let steps = Growth(figures: work.map(\.steps))
    #expect(bytes.isLinear(slack: 1 << 20), "\(bytes) bytes")
    #expect(steps.isLinear(slack: 100_000), "\(steps) steps")
    // A constant that is too large would hide in a ratio.
    let input = shape.input(shape.count * 4).count
    #expect(work[2].bytes <= 3000 * input + (8 << 20), "\(bytes) bytes for \(input)")
  }

  @Test("The measure counts work that would be shared among threads")
  func sharedWork() {
    let (_, work) = Work.counted {
      concurrentMap(64) { index in [UInt8](repeating: UInt8(index), count: 1 << 20).reduce(0, ^) }
    }
    #expect(work.bytes >= 64 << 20, "\(work.bytes)")
  }

  @Test("The measure itself tells linear from quadratic")
  func measure() {
    func growth(_ body: @Sendable (Int) -> Void) -> Growth {
      Growth(figures: [1000, 2000, 4000].map { count in Work.counted { body(count) }.work.bytes })
    }
    let linear = growth { count in for _ in 0..<count { _ = [UInt8](repeating: 1, count: 999) } }
    let quadratic = growth { count in
      for index in 0..<count { _ = [UInt8](repeating: 1, count: index) }
    }
    #expect(linear.isLinear(slack: 1 << 20), "\(linear)")
    #expect(!quadratic.isLinear(slack: 1 << 20), "\(quadratic)")
  }
}
