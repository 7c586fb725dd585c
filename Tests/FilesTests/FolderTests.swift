import Files
import Foundation
import TestFolders
import Testing

/// Reading, and folders from elsewhere: no link is followed, and nothing keeps a reader waiting.
@Suite struct FolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("outside/secret.txt", "precious")
    try folder.write("in/file", "contents")
    let path = folder.path
    try FileManager.default.createSymbolicLink(
      atPath: path + "/in/link", withDestinationPath: "../outside")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/in/filelink", withDestinationPath: "../outside/secret.txt")
    #expect(mkfifo(path + "/in/pipe", 0o600) == 0)
  }

  private var beneath: Folder { get throws { try Folder(folder.path + "/in") } }

  @Test(arguments: [
    ("pipe", FileError.Reason.notRegular), ("filelink", .isALink), ("link", .isALink),
    ("none", .code(ENOENT)), (".", .badName), ("link/secret.txt", .badName),
    ("../outside/secret.txt", .badName),
  ])
  func readsNothingButFiles(name: String, reason: FileError.Reason) throws {
    let beneath = try beneath
    let error = try #require(throws: FileError.self) { try beneath.read(name, atMost: 100) }
    #expect(error.reason == reason)
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/dev/tty"])
  func readsNoDevices(path: String) throws {
    let error = try #require(throws: FileError.self) { _ = try RegularFile(path) }
    #expect(error.reason == .notRegular || error.code == ENXIO || error.code == ENOENT)
  }

  @Test func readsNoSockets() throws {
    // Its path has to be short.
    let path = folder.path + "/s"
    let descriptor = socket(AF_UNIX, socketStream, 0)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let isBound = withUnsafeBytes(of: &address) { bytes in
      bind(
        descriptor, bytes.bindMemory(to: sockaddr.self).baseAddress,
        socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
    }
    try #require(isBound)
    let error = try #require(throws: FileError.self) { _ = try RegularFile(path) }
    #expect(error.reason == .notRegular)
  }

  @Test func readsWhatAPathLeadsTo() throws {
    let file = try RegularFile(folder.path + "/in/filelink")
    #expect(try file.contents(atMost: 8) == Array("precious".utf8))
    let error = try #require(throws: FileError.self) { try file.contents(atMost: 7) }
    #expect(error.reason == .tooLarge(byteCount: 8))
    #expect(throws: FileError.self) {
      _ = try RegularFile(folder.path + "/in/filelink", followingLink: false)
    }
  }

  @Test(arguments: [0, 1, 1 << 18, 1 << 18 + 1, 3 << 18])
  func readsPieceByPiece(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    try folder.write("large", bytes)
    let file = try RegularFile(folder.path + "/large")
    var read: [UInt8] = []
    #expect(try file.forEachPiece { read += $0 } == count)
    #expect(read == bytes)
    #expect(try file.contents(atMost: count) == bytes)
  }

  #if os(Linux)
    /// Repaired, such a name would be that of nothing.
    @Test func tellsNamesThatAreNoText() throws {
      let name = [UInt8]((folder.path + "/in/caf").utf8) + [0xE9, 0]
      try #require(
        name.withUnsafeBytes { mkdir($0.bindMemory(to: CChar.self).baseAddress!, 0o700) } == 0)
      let beneath = try beneath
      let error = try #require(throws: FileError.self) { try beneath.names() }
      #expect(
        error.description
          == "cannot list \(folder.path)/in: the name 'caf\\xE9' in it is not UTF-8; rename it")
      #expect(try beneath.textNames() == ["file", "filelink", "link", "pipe"])
    }
  #endif

  /// Files of the system have no size, and contents.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func readsFilesWithoutASize() throws {
    let file = try RegularFile("/proc/self/status")
    #expect(file.size == 0)
    #expect(try file.contents(atMost: 1 << 20).count > 100)
    #expect(throws: FileError.self) { try file.contents(atMost: 10) }
  }

  @Test func leadsThroughNoLink() throws {
    let beneath = try beneath
    for path in ["link/secret.txt", "link/x", "../outside/secret.txt", "./file", "a//b", ""] {
      #expect(throws: FileError.self, "\(path)") { _ = try beneath.place(of: path, making: true) }
      #expect(beneath.status(path) == nil, "\(path)")
    }
    let error = try #require(throws: FileError.self) { try beneath.folder("link") }
    #expect(error.reason == .isALink)
    #expect(error.message == "cannot open \(folder.path)/in/link: it is a link")
    #expect(beneath.status("link")?.kind == .link)
    for name in ["..", ".", "", "a/b"] {
      #expect(throws: FileError.self, "\(name)") { try beneath.folder(name) }
      #expect(throws: FileError.self, "\(name)") { try beneath.makeFolder(name) }
      #expect(throws: FileError.self, "\(name)") { try FolderLocation(folder.path, name).make() }
    }
    beneath.deleteTree("link")
    #expect(folder.text("outside/secret.txt") == "precious")
  }

  @Test func replacesALinkInsteadOfWhatItLeadsTo() throws {
    try beneath.write("filelink", Array("new".utf8))
    #expect(folder.text("in/filelink") == "new")
    #expect(folder.text("outside/secret.txt") == "precious")
    let error = try #require(throws: FileError.self) { try beneath.create("link", [1]) }
    #expect(error.code == EEXIST)
  }

  @Test func deletesTreesAndTheLinksInThem() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/in/tree/deep", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/tree/deep/link", withDestinationPath: "../../../outside")
    try beneath.deleteTree("tree")
    #expect(!folder.names.contains("in/tree"))
    #expect(folder.text("outside/secret.txt") == "precious")
  }

  @Test(arguments: ["filelink", "link", "pipe"])
  func locksNothingButFiles(name: String) throws {
    let path = folder.path + "/in"
    #expect(throws: FileLockError.self) {
      _ = try FileLock.acquire(name, in: FolderLocation(path), wait: false)
    }
    #expect(throws: FileLockError.self) {
      _ = try FileLock.acquire("x", in: FolderLocation(path, "link"), wait: false)
    }
    #expect(folder.text("outside/secret.txt") == "precious")
    #expect(folder.names.filter { $0.hasPrefix("outside/") } == ["outside/secret.txt"])
  }

  /// A second name of a file elsewhere is no link, and its contents are the user's all the same.
  @Test func leavesAFileWithAnotherNameAsItIs() throws {
    try FileManager.default.linkItem(
      atPath: folder.path + "/outside/secret.txt", toPath: folder.path + "/in/lock")
    _ = try FileLock.acquire("lock", in: FolderLocation(folder.path, "in"), wait: false)
    #expect(folder.text("outside/secret.txt") == "precious")
  }
}

#if canImport(Glibc)
  private let socketStream = Int32(SOCK_STREAM.rawValue)
#else
  private let socketStream = SOCK_STREAM
#endif
