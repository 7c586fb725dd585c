#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

extension Folder {
  /// The names in the folder, sorted.
  package func names() throws(FileError) -> [String] {
    // Reading moves a position, so it gets an opening of its own.
    let opened = openDescriptor(".", in: descriptor, O_RDONLY | O_DIRECTORY)
    guard opened >= 0 else { throw FileError(.list, path) }
    guard let directory = fdopendir(opened) else {
      let error = FileError(.list, path)
      close(opened)
      throw error
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
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
