import Foundation
import KernelSets
import Testing

/// Whichever vectors compute, the bits are the same: on this machine, and as they were on others.
///
/// What is learned depends on the arithmetic alone. Where it is changed on purpose, stored results
/// are no longer what a run would give: raise the version that they depend on, and record the bits
/// with `RECORD_BITS=1`, which fails, so that no recording passes unseen.
@Suite struct KernelSetTests {
  private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/bits.txt")

  @Test("The same bits for each set of vectors", arguments: KernelSet.supported)
  func sameBits(set: KernelSet) async throws {
    var lines = ""
    for network in TrainedBits.all { lines += try await network.line(set.kernels) + "\n" }
    if ProcessInfo.processInfo.environment["RECORD_BITS"] != nil {
      // Of one set: that the others have the same is for the next run to tell.
      guard set.name == KernelSet.best.name else { return }
      try lines.write(to: Self.fixture, atomically: true, encoding: .utf8)
      Issue.record("Recorded the bits of \(set.name); run again without RECORD_BITS")
      return
    }
    let expected = try String(contentsOf: Self.fixture, encoding: .utf8)
    #expect(lines == expected, "\(set.name)")
  }

  @Test("The best of the sets is the last one, and there is one for every processor")
  func best() {
    #expect(KernelSet.supported.last?.name == KernelSet.best.name)
    #expect(!KernelSet.supported.isEmpty)
  }
}
