#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Operations on folders and names.
enum Folder {
  /// The names in a folder, sorted; empty where there is no such folder.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let directory = opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileError(.list, path)
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

  /// Makes a folder and those above it, where they are missing.
  static func create(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST: break
    case ENOENT where parent(of: path) != path:
      try create(parent(of: path))
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError(.create, path) }
    default: throw FileError(.create, path)
    }
    guard isFolder(path) else { throw FileError(.create, path, .isAFile) }
  }

  /// Whether there is a folder at a path, symbolic links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether this process works in the folder or below it, and would lose it with its place.
  static func isWorkingFolder(_ path: String) -> Bool {
    guard let current = realpath(".", nil), let folder = realpath(path, nil) else { return false }
    defer {
      free(current)
      free(folder)
    }
    return (String(cString: current) + "/").hasPrefix(String(cString: folder) + "/")
  }

  /// Gives a file another name, replacing what has it.
  static func move(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else { throw FileError(.replace, target) }
  }

  /// Waits until the folder's names are on the disk.
  static func sync(_ path: String) throws(FileError) {
    let folder = try OpenFile(reading: path)
    do {
      try folder.sync()
    } catch {
      // Some file systems do not sync folders; their names are as safe as they get.
      guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
    }
  }

  /// The folder that a path is in.
  static func parent(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    let parent = trimmingSlashes(String(trimmed[..<slash]))
    return parent.isEmpty ? "/" : parent
  }

  /// The last name of a path.
  static func name(of path: String) -> String {
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
