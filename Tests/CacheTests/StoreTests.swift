import Cache
import Digest
import Files
import Foundation
import TestFolders
import Testing

@Suite struct StoreTests {
  private let folder: TemporaryFolder
  private let key = ContentKey.Builder(kind: "train", version: 1).key
  private let otherKey = ContentKey.Builder(kind: "train", version: 2).key
  private let entry = Entry([
    .init("weights", [1, 2, 3, 4, 5]), .init("empty", []), .init("größe", [255]),
  ])

  init() throws {
    folder = try TemporaryFolder()
  }

  private var store: Store { Store(FolderLocation(folder.path, "cache")) }
  private var fileName: String { "cache/train-\(key.hexadecimal.prefix(32)).entry" }

  @Test func givesBackWhatItKeeps() throws {
    #expect(store.read(kind: "train", key: key) == .absent)
    try store.write(entry, kind: "train", key: key)
    #expect(store.read(kind: "train", key: key) == .found(entry))
    #expect(entry["weights"] == [1, 2, 3, 4, 5])
    #expect(entry["biases"] == nil)
    #expect(store.read(kind: "train", key: otherKey) == .absent)
    #expect(store.read(kind: "split", key: key) == .absent)
    #expect(folder.names == ["cache", fileName])
    store.remove(kind: "train", key: key)
    #expect(store.read(kind: "train", key: key) == .absent)
  }

  @Test func replacesAnEntry() throws {
    try store.write(entry, kind: "train", key: key)
    try store.write(Entry([]), kind: "train", key: key)
    #expect(store.read(kind: "train", key: key) == .found(Entry([])))
  }

  @Test func refusesWhatIsTooLargeToRead() throws {
    let small = Store(FolderLocation(folder.path, "cache"), entryLimit: 60)
    #expect(throws: FileError.self) { try small.write(entry, kind: "train", key: key) }
    #expect(small.read(kind: "train", key: key) == .absent)
  }

  @Test func noticesEveryFlippedBit() throws {
    try store.write(entry, kind: "train", key: key)
    let good = try #require(folder.read(fileName))
    for index in good.indices {
      var bad = good
      bad[index] ^= 1 << (index % 8)
      try expectDamage(bad)
    }
  }

  @Test func noticesEveryTruncation() throws {
    try store.write(entry, kind: "train", key: key)
    let good = try #require(folder.read(fileName))
    for count in good.indices { try expectDamage(Array(good[..<count])) }
    try expectDamage(good + [0])
  }

  /// Lengths in a header are not believed, even under a right checksum.
  @Test func noticesLengthsThatCannotBe() throws {
    try store.write(entry, kind: "train", key: key)
    let good = try #require(folder.read(fileName))
    // The number of parts, the length of the first name, and the length of the first part.
    for (start, count) in [(76, 4), (80, 4), (91, 8)] {
      for byte: UInt8 in [0x7F, 0xFF] {
        var bad = Array(good.dropLast(64))
        bad.replaceSubrange(start..<start + count, with: Array(repeating: byte, count: count))
        try expectDamage(bad + Self.checksum(of: bad), .wrongLength)
      }
    }
  }

  @Test func noticesWhatIsNotItsOwn() throws {
    try expectDamage(Array("<html></html>".utf8), .notAnEntry)
    try expectDamage([], .notAnEntry)
    try store.write(entry, kind: "train", key: key)
    let good = try #require(folder.read(fileName))
    var newer = Array(good.dropLast(64))
    newer[8] = 2
    try expectDamage(newer + Self.checksum(of: newer), .otherVersion(2))
    // A file that was copied from another key's place.
    let otherName = "cache/train-\(otherKey.hexadecimal.prefix(32)).entry"
    try folder.write(otherName, good)
    #expect(store.read(kind: "train", key: otherKey) == .damaged(.otherKey))
    #expect(folder.read(otherName) == nil)
  }

  private func expectDamage(
    _ bytes: [UInt8], _ damage: EntryDamage? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try folder.write(fileName, bytes)
    guard case .damaged(let found) = store.read(kind: "train", key: key) else {
      Issue.record("not noticed", sourceLocation: sourceLocation)
      return
    }
    if let damage { #expect(found == damage, sourceLocation: sourceLocation) }
    #expect(folder.read(fileName) == nil, sourceLocation: sourceLocation)
  }

  /// The digest is known to be right by its own tests; here it only has to be there.
  private static func checksum(of bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hex(of: bytes).utf8)
  }

  @Test func deletesWhatWasLongestUnused() throws {
    let store = Store(FolderLocation(folder.path), sizeLimit: 4_000)
    let keys = (1...4).map { ContentKey.Builder(kind: "a", version: $0).key }
    let names = keys.map { "a-\($0.hexadecimal.prefix(32)).entry" }
    let large = Entry([.init("bytes", Array(repeating: 7, count: 1_000))])
    for (index, key) in keys[..<3].enumerated() {
      try store.write(large, kind: "a", key: key)
      try folder.setTime(names[index], 1_000 + Double(index))
    }
    // Reading the oldest makes it the newest.
    #expect(store.read(kind: "a", key: keys[0]) == .found(large))
    try store.write(large, kind: "a", key: keys[3])
    #expect(folder.names == [names[0], names[2], names[3]].sorted())
  }

  @Test func keepsWhatItHasJustWritten() throws {
    let store = Store(FolderLocation(folder.path), sizeLimit: 10)
    try store.write(entry, kind: "train", key: key)
    #expect(store.read(kind: "train", key: key) == .found(entry))
    try store.write(entry, kind: "train", key: otherKey)
    #expect(store.read(kind: "train", key: otherKey) == .found(entry))
    #expect(store.read(kind: "train", key: key) == .absent)
  }

  @Test func cleansUp() throws {
    #expect(try store.clean() == Store.Space(entries: 0, bytes: 0))
    try store.write(entry, kind: "train", key: key)
    try store.write(entry, kind: "split", key: key)
    let size = try #require(folder.read(fileName)).count
    try folder.write("cache/.train-1.entry.99-1.daybook-tmp", "left by a killed run")
    try folder.write("cache/notes.txt", "someone else's")
    #expect(try store.clean() == Store.Space(entries: 2, bytes: 2 * size))
    #expect(folder.names == ["cache", "cache/notes.txt"])
  }

  @Test func takesAwayWhatKilledRunsLeft() throws {
    let (old, young) = ("cache/.a.entry.99-1.daybook-tmp", "cache/.a.entry.99-2.daybook-tmp")
    try folder.write(old, "half")
    try folder.write(young, "being written")
    try folder.setTime(old, 1_000)
    try store.write(entry, kind: "train", key: key)
    #expect(folder.names == ["cache", young, fileName])
  }

  @Test func sharesItsFolder() async throws {
    let store = store
    let entries = (0..<8).map { Entry([.init("n", Array(repeating: $0, count: 5_000))]) }
    let (key, otherKey) = (key, otherKey)
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask {
          for _ in 0..<10 {
            try? store.write(entries[index], kind: "a", key: index % 2 == 0 ? key : otherKey)
            guard case .found(let entry) = store.read(kind: "a", key: key) else { continue }
            #expect(entries.contains(entry))
          }
        }
      }
    }
    guard case .found = store.read(kind: "a", key: key) else {
      Issue.record("lost")
      return
    }
    #expect(folder.names.count == 3)
  }

  @Test("The times of files may be as far as file systems keep them")
  func farTimes() throws {
    try store.write(entry, kind: "train", key: key)
    let year2300 = timespec(tv_sec: 10_413_792_000, tv_nsec: 0)
    try #require(utimensat(AT_FDCWD, folder.path + "/" + fileName, [year2300, year2300], 0) == 0)
    let small = Store(FolderLocation(folder.path, "cache"), sizeLimit: 1)
    try small.write(entry, kind: "other", key: otherKey)
    #expect(folder.names.count == 2)
    #expect(store.read(kind: "other", key: otherKey) == .found(entry))
  }

  #if os(Linux)
    @Test("Sparse files of any size are dropped")
    func sparseFiles() throws {
      // Of the file systems that are everywhere, the one that has files of this size.
      let folder = "/dev/shm/" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: folder) }
      for number in 1...3 {
        let path = "\(folder)/load-\(number).entry"
        try AtomicFile.write(path, [])
        try #require(truncate(path, 1 << 62) == 0)
      }
      let store = Store(FolderLocation(folder), sizeLimit: 1)
      try store.write(entry, kind: "train", key: key)
      #expect(try store.clean().entries == 1)
    }

    @Test("What cannot be read for now is not deleted")
    func unreadable() throws {
      try store.write(entry, kind: "train", key: key)
      for (path, mode) in [("", 0o755), ("/cache", 0o777), ("/" + fileName, 0o000)] as [(_, mode_t)]
      {
        try #require(chmod(folder.path + path, mode) == 0)
      }
      // Of this thread alone: root may read anything, and nobody may not.
      let symbol = try #require(dlsym(nil, "setfsuid"))
      typealias Function = @convention(c) (uid_t) -> CInt
      let setUser = unsafeBitCast(symbol, to: Function.self)
      let user = setUser(65534)
      let found = store.read(kind: "train", key: key)
      _ = setUser(uid_t(user))
      guard case .damaged(.unreadable(let error)) = found else {
        Issue.record("\(found)")
        return
      }
      #expect(error.code == EACCES)
      #expect(folder.names == ["cache", fileName])
    }
  #endif

  @Test func saysWhyItCannotWrite() throws {
    try folder.write("file", "")
    let path = folder.path + "/file/cache"
    let error = try #require(throws: FileError.self) {
      try Store(FolderLocation(path)).write(entry, kind: "train", key: key)
    }
    #expect(error.message == "cannot create \(path): a part of the path is a file")
    #expect(error.help == "move the file that is in the way, or choose another folder")
    guard case .damaged(.unreadable) = Store(FolderLocation(path)).read(kind: "train", key: key)
    else {
      Issue.record("read something below a file")
      return
    }
  }
}
