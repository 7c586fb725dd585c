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
  private static let innerName = "report"

  /// Makes a folder next to one that it will replace.
  init(beside target: String) throws(FileError) {
    path = try Self.create(in: Folder.parent(of: target), Folder.name(of: target), target)
    if let mode = FileStatus(target)?.mode { chmod(path, mode) }
  }

  /// Makes a folder whose files will move to the one it is in.
  init(inside target: String) throws(FileError) {
    path = try Self.create(in: target, Self.innerName, target)
  }

  private static func create(
    in parent: String, _ name: String, _ target: String
  ) throws(FileError) -> String {
    while true {
      let path = "\(parent)/\(TemporaryName.next(beside: name))"
      if mkdir(path, 0o777) == 0 { return path }
      guard errno == EEXIST else { throw FileError(.write, target) }
    }
  }

  /// Writes the list first, so that what a killed run leaves can be told from other files.
  func write(_ files: [Publication.File]) throws(FileError) {
    let manifest = Manifest(names: files.map(\.name))
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
    try? Folder.sync(target)
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
  static func deleteLeftovers(of target: String) {
    deleteLeftovers(in: Folder.parent(of: target), named: Folder.name(of: target), of: target)
    deleteLeftovers(in: target, named: innerName, of: target)
  }

  private static func deleteLeftovers(in folder: String, named name: String, of target: String) {
    for leftover in TemporaryName.leftovers(in: folder, beside: name)
    where FileStatus(leftover)?.kind == .folder {
      OldFolder(leftover).delete(ours: [], keepingOthersIn: nil, linkedIn: target)
    }
  }
}
