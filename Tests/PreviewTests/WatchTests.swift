import Preview
import Synchronization
import Testing

/// What the watch tells, by the looks that it takes: files change at looks, never by the clock.
@Suite struct WatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a", "first")
  }

  /// The looks at which a change is told of, where `write` changes files just before each look,
  /// which are counted from 1; ends at the look `last`.
  private func told(
    paths: [String] = ["a"], until last: Int, _ write: @escaping @Sendable (Int) -> Void
  ) async -> [Int] {
    let looks = Atomic(0)
    let told = Mutex<[Int]>([])
    let files = paths.map { folder.path + "/" + $0 }
    await withTaskGroup(of: Void.self) { group in
      let (ends, end) = AsyncStream.makeStream(of: Void.self)
      group.addTask {
        await Watch(interval: .milliseconds(1)).run {
          let look = looks.add(1, ordering: .relaxed).newValue
          write(look)
          if look >= last { end.finish() }
          return files
        } changed: {
          told.withLock { $0.append(looks.load(ordering: .relaxed)) }
        }
      }
      for await _ in ends {}
      group.cancelAll()
    }
    return told.withLock { $0 }.filter { $0 < last }
  }

  @Test("A file that is being written is told of once, when it is whole")
  func settles() async {
    let folder = folder
    let told = await told(until: 12) { look in
      if (3...6).contains(look) {
        try? folder.write("a", String(repeating: "x", count: 10 * look))
      }
    }
    #expect(told == [7])
  }

  @Test("Two changes with a pause between them are told of twice; nothing is told of without one")
  func severalChanges() async {
    let folder = folder
    #expect(await told(until: 8) { _ in } == [])
    let told = await told(until: 14) { look in
      if look == 3 { try? folder.write("a", "second, longer") }
      if look == 8 { try? folder.write("a", "third") }
    }
    #expect(told == [4, 9])
  }

  @Test("A file that comes or goes is told of; one that is just named is as it is")
  func comingAndGoing() async {
    let folder = folder
    let told = await told(paths: ["a", "b"], until: 8) { look in
      if look == 3 { try? folder.write("b", "new") }
    }
    #expect(told == [4])
  }
}
