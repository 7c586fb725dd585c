#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

extension Folder {
  /// The names in the folder, sorted; one that is not text is an error.
  ///
  /// - Parameter withHidden: whether those that begin with a dot are among them.
  package func names(withHidden: Bool = true) throws(FileError) -> [String] {
    var names: [String] = []
    for bytes in try namesInBytes() where withHidden || bytes.first != UInt8(ascii: ".") {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw FileError(.list, path, .nameNotUTF8(Self.spelled(bytes)))
      }
      names.append(name)
    }
    return names.sorted()
  }

  /// The names in the folder that are text, sorted: for those who look for names of their own.
  package func textNames() throws(FileError) -> [String] {
    try namesInBytes().compactMap { String(validating: $0, as: UTF8.self) }.sorted()
  }

  /// A name that is not text, for people: `caf\xE9.png`.
  private static func spelled(_ name: [UInt8]) -> String {
    name.map { byte in
      (0x20..<0x7F).contains(byte)
        ? String(UnicodeScalar(byte))
        : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// The names in the folder, in no order.
  private func namesInBytes() throws(FileError) -> [[UInt8]] {
    // Reading moves a position, so it gets an opening of its own.
    let opened = openDescriptor(".", in: descriptor, O_RDONLY | O_DIRECTORY)
    guard opened >= 0 else { throw FileError(.list, path) }
    guard let directory = fdopendir(opened) else {
      let error = FileError(.list, path)
      close(opened)
      throw error
    }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while true {
      // The end and an error are told apart by the error's number alone.
      errno = 0
      guard let entry = readdir(directory) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [UInt8](".".utf8), name != [UInt8]("..".utf8) { names.append(name) }
    }
    guard errno == 0 else { throw FileError(.list, path) }
    return names
  }

  /// What there is at a path beneath the folder; `nil` for nothing that can be reached without
  /// following a link.
  package func status(_ path: String) -> FileStatus? {
    guard let (folder, name) = try? place(of: path) else { return nil }
    return FileStatus(name, in: folder)
  }

  /// The bytes of a file of the folder; an error where there are more than `limit`.
  package func read(_ name: String, atMost limit: Int) throws(FileError) -> [UInt8] {
    try RegularFile(name, in: self).contents(atMost: limit)
  }

  /// Whether this process may change what is in the folder.
  package var isWritable: Bool { faccessat(descriptor, ".", W_OK | X_OK, 0) == 0 }

  /// Whether this process works in the folder at a path or below it, and would lose it with its
  /// place.
  package static func isWorkingFolder(_ path: String) -> Bool {
    guard let current = realpath(".", nil), let folder = realpath(path, nil) else { return false }
    defer {
      free(current)
      free(folder)
    }
    return (String(cString: current) + "/").hasPrefix(String(cString: folder) + "/")
  }

  /// The folder that a path is in.
  package static func parent(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    let parent = trimmingSlashes(String(trimmed[..<slash]))
    return parent.isEmpty ? "/" : parent
  }

  /// The last name of a path.
  package static func name(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    return trimmed.lastIndex(of: "/").map { String(trimmed[trimmed.index(after: $0)...]) }
      ?? trimmed
  }

  private static func trimmingSlashes(_ path: String) -> String {
    var trimmed = path
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    return trimmed == "/" && path.count > 1 ? "/" : trimmed
  }
}
