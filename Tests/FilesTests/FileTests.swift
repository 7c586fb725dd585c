import Files
import Foundation
import Synchronization
import TestFolders
import Testing

@Suite struct FileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func writesAndReplacesWholeFiles() throws {
    let path = folder.path + "/deep/er/failed.html"
    try AtomicFile.write(path, Array("one".utf8))
    try AtomicFile.write(path, Array("two".utf8))
    #expect(folder.text("deep/er/failed.html") == "two")
    try AtomicFile.write(path, [])
    #expect(folder.text("deep/er/failed.html") == "")
    #expect(folder.names == ["deep", "deep/er", "deep/er/failed.html"])
  }

  @Test("A pipe that does not wait gets all that is written, however slowly it is read")
  func writesToAPipeThatDoesNotWait() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    try #require(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let reader = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    let (writer, ended) = (ends[1], DispatchSemaphore(value: 0))
    let isWritten = Mutex(false)
    Thread.detachNewThread {
      isWritten.withLock { $0 = writeAll(bytes, to: writer) }
      close(writer)
      ended.signal()
    }
    var read = Data()
    while let piece = try reader.read(upToCount: 5000), !piece.isEmpty { read += piece }
    ended.wait()
    #expect(isWritten.withLock { $0 })
    #expect(Array(read) == bytes)
  }

  @Test func leavesNothingOverWhenItFails() throws {
    try folder.write("taken/inner.txt", "kept")
    let path = folder.path + "/taken"
    let error = try #require(throws: FileError.self) { try AtomicFile.write(path, [1]) }
    #expect(error.message == "cannot replace \(path): it is a folder")
    #expect(folder.names == ["taken", "taken/inner.txt"])
    let long = folder.path + "/" + String(repeating: "x", count: 300)
    let tooLong = try #require(throws: FileError.self) { try AtomicFile.write(long, [1]) }
    #expect(tooLong.message.hasSuffix("the name is too long"))
    #expect(folder.names == ["taken", "taken/inner.txt"])
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
  func tellsReadOnlyFolders() throws {
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    let path = folder.path + "/report.html"
    let error = try #require(throws: FileError.self) { try AtomicFile.write(path, [1]) }
    #expect(error.message == "cannot write \(path): permission denied")
    #expect(error.help == "make the folder writable, or choose another one")
  }

  @Test func saysWhatIsMissingOrInTheWay() throws {
    let path = folder.path
    func problem(_ name: String) throws -> String {
      try #require(throws: FileError.self) { try AtomicFile.create(path + name, [1]) }.description
    }
    #expect(
      try problem("/a/b/c.md")
        == "cannot create \(path)/a/b/c.md: there is no folder \(path)/a; make it, or choose another folder"
    )
    try folder.write("taken.md", "kept")
    #expect(
      try problem("/taken.md")
        == "cannot create \(path)/taken.md: there is something of that name; move what is in the way, or choose another name"
    )
    #expect(folder.text("taken.md") == "kept")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
  func saysWhereNothingCanBeMade() throws {
    let error = try #require(throws: FileError.self) { _ = try Folder.make("/proc/x/y") }
    #expect(
      error.description
        == "cannot create /proc/x: nothing can be made in /proc; choose another folder")
  }

  @Test func saysThatWhatItWroteIsGone() throws {
    let gone = try Folder.make(folder.path + "/gone")
    try #require(rmdir(folder.path + "/gone") == 0)
    let error = try #require(throws: FileError.self) { try gone.write("a.entry", [1]) }
    #expect(
      error.message
        == "cannot write \(folder.path)/gone/a.entry: it was deleted meanwhile, as by 'daybook clean'"
    )
  }

  @Test func letsOneHolderHaveALock() throws {
    let path = folder.path + "/output/.lock"
    let location = FolderLocation(folder.path, "output")
    let lock = try FileLock.acquire(".lock", in: location, wait: false)
    let error = try #require(throws: FileLockError.self) {
      _ = try FileLock.acquire(".lock", in: location, wait: false)
    }
    #expect(error == .held(path: path, by: LockHolder(process: Int(getpid()), host: nil)))
    #expect(error.description == "\(path) is in use by process \(getpid())")
    release(lock)
    _ = try FileLock.acquire(".lock", in: location, wait: true)
  }

  private func release(_ lock: consuming FileLock) {}

  @Test func saysWhyItCannotLock() throws {
    try folder.write("file", "")
    let error = try #require(throws: FileLockError.self) {
      _ = try FileLock.acquire("lock", in: FolderLocation(folder.path + "/file"), wait: false)
    }
    #expect(
      error.description.hasPrefix("cannot create \(folder.path)/file: it is a file, not a folder"))
  }
}
