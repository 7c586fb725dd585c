#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A hidden folder in which files are written before they are published.
struct Staging {
  let path: String
  /// Whether it is in the folder it will replace, because nothing can be made beside that.
  let isInside: Bool
  private static let innerName = "report"

  init(beside target: String) throws(FileError) {
    let parent = Folder.parent(of: target)
    Self.deleteLeftovers(in: parent, named: Folder.name(of: target), of: target)
    Self.deleteLeftovers(in: target, named: Self.innerName, of: target)
    if let path = Self.create(in: parent, Folder.name(of: target)) {
      (self.path, isInside) = (path, false)
    } else {
      let error = FileError(.create, target)
      guard FileStatus(target) != nil, let path = Self.create(in: target, Self.innerName) else {
        throw error
      }
      (self.path, isInside) = (path, true)
    }
    if let mode = FileStatus(target)?.mode { chmod(path, mode) }
  }

  /// Makes a folder of a new name; on failure `errno` says why.
  private static func create(in parent: String, _ name: String) -> String? {
    while true {
      let path = "\(parent)/\(TemporaryName.next(beside: name))"
      if mkdir(path, 0o777) == 0 { return path }
      guard errno == EEXIST else { return nil }
    }
  }

  /// Writes the list first, so that what a killed run leaves can be told from other files.
  func write(_ files: [Publication.File], _ manifest: Manifest) throws(FileError) {
    try AtomicFile.create("\(path)/\(Manifest.fileName)", manifest.bytes)
    var folders: [String] = []
    for file in files {
      for folder in Manifest.folders(of: file.name) where !folders.contains(folder) {
        try Folder.create("\(path)/\(folder)")
        folders.append(folder)
      }
      try AtomicFile.create("\(path)/\(file.name)", file.contents)
    }
    for folder in folders.reversed() { try Folder.sync("\(path)/\(folder)") }
    try Folder.sync(path)
  }

  /// Moves each file to its place, the list last, and deletes what the last list had besides.
  func moveFiles(
    _ names: [String], into target: String, replacing: [String]
  ) throws(FileError) {
    let stale = Manifest(in: target).names.union(replacing).subtracting(names)
    for name in names + [Manifest.fileName] {
      for folder in Manifest.folders(of: name) { try Folder.create("\(target)/\(folder)") }
      try Folder.move("\(path)/\(name)", to: "\(target)/\(name)")
    }
    for name in stale.sorted() { unlink("\(target)/\(name)") }
    for folder in Set(stale.flatMap(Manifest.folders)).sorted().reversed() {
      rmdir("\(target)/\(folder)")
    }
    try Folder.sync(target)
    discard()
  }

  /// Deletes the folder, which holds nothing but copies and further names of files.
  func discard() {
    Self.delete(path)
  }

  private static func delete(_ path: String) {
    for name in (try? Folder.names(in: path)) ?? [] {
      let inner = "\(path)/\(name)"
      if FileStatus(inner)?.kind == .folder { delete(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }

  /// Deletes what publications of the same folder left that were killed over an hour ago.
  private static func deleteLeftovers(
    in folder: String, named name: String, of target: String
  ) {
    let prefix = ".\(name.prefix(100))."
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return }
    for name in (try? Folder.names(in: folder)) ?? []
    where name.hasPrefix(prefix) && TemporaryName.matches(name) {
      let path = "\(folder)/\(name)"
      guard let status = FileStatus(path), status.kind == .folder,
        Int(now.tv_sec) - status.time / 1_000_000_000 > 3_600
      else { continue }
      OldFolder(path).delete(ours: [], keepingOthersIn: nil, linkedIn: target)
    }
  }
}
