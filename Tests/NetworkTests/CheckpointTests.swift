import Network
import Testing

@Suite struct CheckpointTests {
  @Test("Stopped, stored and taken up again, it ends with the same bits")
  func resumed() async throws {
    let network = DenseCase.all[3]
    let examples = network.randomExamples()
    let trainer = Trainer(
      try examples.labelled, validation: try examples.labelled, learningRate: 0.1,
      historyInterval: 3, threads: 2, kernels: kernels)
    let start = try network.start()
    let whole = try await trainer.train(start, until: 20) { _ in true }
    let stopped = try await trainer.train(start, until: 20) { $0.iteration < 7 }
    #expect(stopped.iteration == 7)
    let restored = try #require(TrainingState(bytes: stopped.bytes))
    #expect(restored == stopped)
    let end = try await trainer.train(restored, until: 20) { _ in true }
    #expect(end == whole)
  }

  @Test("Bytes that are no state are refused")
  func damagedBytes() throws {
    let bytes = try DenseCase.all[1].start().bytes
    for count in 0..<bytes.count { #expect(TrainingState(bytes: Array(bytes[..<count])) == nil) }
    #expect(TrainingState(bytes: bytes + [0]) == nil)
    // Every byte of the head with its highest bit turned: lengths past the end, sides past all
    // bounds, layers that are none.
    for index in 0..<71 {
      var damaged = bytes
      damaged[index] ^= 0x80
      #expect(TrainingState(bytes: damaged) == nil, "byte \(index)")
    }
  }
}
