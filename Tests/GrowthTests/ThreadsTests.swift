import Parallel
import Synchronization
import Testing

/// Work that is shared among so many threads, each with its share of the memory.
@Suite struct ThreadsTests {
  @Test("No more is done at a time than there are threads, and results keep their order")
  func threads() {
    let busy = Atomic(0)
    let most = Atomic(0)
    for threads in [1, 2, 100] {
      most.store(0, ordering: .relaxed)
      let results = concurrentMap(60, threads: threads) { index in
        let now = busy.add(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        defer { busy.subtract(1, ordering: .relaxed) }
        return (0..<1000).reduce(index) { $0 ^ $1 }
      }
      #expect(results == (0..<60).map { (0..<1000).reduce($0) { $0 ^ $1 } })
      #expect((1...threads).contains(most.load(ordering: .relaxed)))
    }
    #expect(concurrentMap(0, threads: 3) { $0 }.isEmpty)
  }
}
