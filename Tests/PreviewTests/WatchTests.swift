import Preview
import Synchronization
import TestFolders
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
    let looks = Looks()
    let files = Watch.files(paths.map { folder.path + "/" + $0 })
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let watching = Task {
      await Watch(interval: .milliseconds(1)).run(
        {
          let look = looks.next()
          write(look)
          if look >= last { end.finish() }
          return files
        }, changed: { looks.note() })
    }
    for await _ in ends {}
    watching.cancel()
    await watching.value
    return looks.told.filter { $0 < last }
  }

  /// How many looks there have been, and after which of them a change was told of.
  private final class Looks: Sendable {
    private let state = Mutex((count: 0, told: [Int]()))

    func next() -> Int {
      state.withLock { state in
        state.count += 1
        return state.count
      }
    }

    func note() { state.withLock { $0.told.append($0.count) } }

    var told: [Int] { state.withLock { $0.told } }
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

  @Test("A change between the naming of a file and the first look at it is told of")
  func beforeTheFirstLook() async {
    let folder = folder
    let told = await told(paths: ["a", "b"], until: 8) { look in
      if look == 1 { try? folder.write("b", "new") }
    }
    #expect(told == [3])
  }

  @Test("A file that comes or goes is told of")
  func comingAndGoing() async {
    let folder = folder
    let told = await told(paths: ["a", "b"], until: 8) { look in
      if look == 3 { try? folder.write("b", "new") }
    }
    #expect(told == [4])
  }

  @Test("An image in a folder of a folder is told of; of many files, some looks later")
  func folders() async throws {
    let folder = folder
    try folder.write("few/cats/1.png", "first")
    for number in 0..<250 { try folder.write("many/cats/\(number).png", "first") }
    let few = await told(paths: ["few"], until: 8) { look in
      if look == 3 { try? folder.write("few/cats/1.png", "second") }
    }
    #expect(few == [4])
    // 252 files: every third look. The first look is at the naming.
    let many = await told(paths: ["many"], until: 12) { look in
      if look == 5 { try? folder.write("many/cats/1.png", "second") }
    }
    #expect(many == [8])
  }
}
