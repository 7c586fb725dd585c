import Engines
import Synchronization
import Testing

/// Notes which runs go on at a time.
private final class Diary: Sendable {
  private struct State {
    var done: [Int] = []
    var shares: [Int: EngineWork.Share] = [:]
    var running = 0
    var most = 0
  }

  private let state = Mutex(State())

  func begin(_ run: Int, _ share: EngineWork.Share) {
    state.withLock { state in
      state.shares[run] = share
      state.running += 1
      state.most = max(state.most, state.running)
    }
  }

  func end(_ run: Int) {
    state.withLock { state in
      state.done.append(run)
      state.running -= 1
    }
  }

  var done: [Int] { state.withLock { $0.done } }
  var most: Int { state.withLock { $0.most } }
  func share(of run: Int) -> EngineWork.Share? { state.withLock { $0.shares[run] } }
}

@Suite struct LocalEngineTests {
  private static func work(
    _ count: Int, threads: Int = 4, maxMemory: Int? = nil, free: Int = 1 << 40,
    _ compute: @escaping @Sendable (Int, EngineWork.Share) async throws -> Void
  ) -> EngineWork {
    EngineWork(
      runs: Array(0..<count), name: "daybook-test", threads: threads, maxMemory: maxMemory,
      freeMemory: { free }, compute: compute, isStored: { _ in false }, command: nil, folder: nil,
      isCancelled: { false }, tell: { _ in })
  }

  @Test("Every run is done once, as many at a time as were asked for, sharing the threads")
  func jobs() async throws {
    let diary = Diary()
    try await LocalEngine(EngineOptions(jobs: 3)).run(
      Self.work(20, threads: 7) { run, share in
        diary.begin(run, share)
        await Task.yield()
        diary.end(run)
      })
    #expect(diary.done.sorted() == Array(0..<20))
    #expect(diary.most <= 3)
    #expect(diary.share(of: 5) == .init(threads: 2, runs: 3))
  }

  @Test("The first run goes alone and with all threads; the others fit the processors")
  func fitting() async throws {
    let diary = Diary()
    try await LocalEngine.fitting.run(
      Self.work(9) { run, share in
        diary.begin(run, share)
        diary.end(run)
      })
    #expect(diary.done.count == 9)
    #expect(diary.share(of: 0) == .init(threads: 4, runs: 1))
    #expect(diary.share(of: 8) == .init(threads: 1, runs: 4))
  }

  @Test("Runs go one by one where there is no memory for more", arguments: [nil, 1 << 20])
  func memory(allowed: Int?) async throws {
    let diary = Diary()
    try await LocalEngine.fitting.run(
      Self.work(5, maxMemory: allowed, free: allowed == nil ? 0 : 1 << 40) { run, share in
        diary.begin(run, share)
        diary.end(run)
      })
    #expect(diary.share(of: 4) == .init(threads: 4, runs: 1))
  }

  @Test("A run that is asked to stop stops the others", .timeLimit(.minutes(5)))
  func cancellation() async throws {
    let diary = Diary()
    await #expect(throws: CancellationError.self) {
      try await LocalEngine(EngineOptions(jobs: 2)).run(
        Self.work(50) { run, share in
          if run == 7 { throw CancellationError() }
          // Beside or behind it, only cancelling ends.
          if run > 7 { try await Task.sleep(for: .seconds(3600)) }
          diary.begin(run, share)
          diary.end(run)
        })
    }
    #expect(diary.done.allSatisfy { $0 < 7 })
  }

  @Test("What is for another engine is refused")
  func options() {
    #expect(throws: EngineError.self) { try LocalEngine(EngineOptions(maxRunning: 3)) }
    #expect(throws: EngineError.self) { try LocalEngine(EngineOptions(others: ["a=b"])) }
    #expect(throws: EngineError.self) { try SlurmEngine(EngineOptions(jobs: 3)) }
    #expect(throws: EngineError.self) { try SlurmEngine(EngineOptions(others: ["--a=b"])) }
    #expect(EngineKind.all.map(\.name) == ["local", "slurm"])
  }
}
