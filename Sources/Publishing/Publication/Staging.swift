import CFileExchange
import Files
import Parallel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A hidden folder in which files are written before they are published.
struct Staging {
  let folder: Folder
  private let parent: Folder
  private let name: String
  private static let innerName = "report"

  /// Makes a folder next to one of a name that it will replace, with the same permissions.
  init(beside name: String, in parent: Folder, like target: Folder?) throws(FileError) {
    try self.init(in: parent, name, for: parent.path(of: name))
    if target != nil, let mode = FileStatus(name, in: parent)?.mode {
      fchmod(folder.descriptor, mode_t(mode))
    }
  }

  /// Makes a folder whose files will move to the one it is in.
  init(inside target: Folder) throws(FileError) {
    try self.init(in: target, Self.innerName, for: target.path)
  }

  private init(in parent: Folder, _ beside: String, for target: String) throws(FileError) {
    while true {
      let name = TemporaryName.next(beside: beside)
      if mkdirat(parent.descriptor, name, 0o777) == 0 {
        self.name = name
        break
      }
      guard errno == EEXIST else { throw FileError(.write, target) }
    }
    self.parent = parent
    do throws(FileError) {
      folder = try parent.folder(name)
    } catch {
      parent.deleteFolder(name)
      throw error
    }
  }

  /// Writes the list first, so that what a killed run leaves can be told from other files.
  func write(_ files: [Publication.File]) throws(FileError) {
    let names = files.map(\.name)
    try folder.create(Manifest.fileName, Manifest(names: names).bytes)
    for file in files {
      let (place, name) = try folder.place(of: file.name, making: true)
      try place.create(name, file.contents, isSynced: false)
    }
    try sync(names) { place, name throws(FileError) in try place.sync(name) }
    try sync(FolderTree(of: names).paths(in: folder)) { place, name throws(FileError) in
      try place.folder(name).sync()
    }
    try folder.sync()
  }

  /// Waits until files or folders are on the disk, for all at once: one wait is as long as ten.
  private func sync(
    _ names: [String], _ body: @Sendable (Folder, String) throws(FileError) -> Void
  ) throws(FileError) {
    let results = concurrentMap(names.count) { index in
      Result { () throws(FileError) in
        let (place, last) = try folder.place(of: names[index])
        try body(place, last)
      }
    }
    for result in results { try result.get() }
  }

  /// Takes a name that nothing has; tells whether it could.
  func takePlace(of name: String) -> Bool {
    renameat(parent.descriptor, self.name, parent.descriptor, name) == 0
  }

  /// Trades places with the folder of a name, and gives back that folder by the name that the
  /// staging had; `nil` where they cannot.
  func tradePlaces(with name: String) -> OldFolder? {
    guard exchange_names(parent.descriptor, self.name, name) == 0 else { return nil }
    return OldFolder(self.name, in: parent)
  }

  /// Moves each file to its place, the list last, and deletes what the last list had besides.
  func moveFiles(
    _ names: [String], into target: Folder, replacing: [String]
  ) throws(FileError) {
    let stale = Manifest(in: target).names.union(replacing).subtracting(names)
    for name in names + [Manifest.fileName] {
      let (source, last) = try folder.place(of: name)
      try source.move(last, to: target.place(of: name, making: true).0, last)
    }
    for name in stale.sorted() {
      if let (place, last) = try? target.place(of: name) { place.delete(last) }
    }
    for name in FolderTree(of: stale).paths(in: target).reversed() {
      if let (place, last) = try? target.place(of: name) { place.deleteFolder(last) }
    }
    try? target.sync()
  }

  /// Deletes the folder, which holds nothing but copies and further names of files.
  func discard() { parent.deleteTree(name) }

  /// Deletes what publications of the same folder left that were killed over an hour ago.
  static func deleteLeftovers(of name: String, in parent: Folder, _ target: Folder?) {
    deleteLeftovers(in: parent, named: name, target)
    if let target { deleteLeftovers(in: target, named: innerName, target) }
  }

  private static func deleteLeftovers(in folder: Folder, named name: String, _ target: Folder?) {
    for leftover in TemporaryName.leftovers(in: folder, beside: name)
    where FileStatus(leftover, in: folder)?.kind == .folder {
      OldFolder(leftover, in: folder).delete(linkedIn: target)
    }
  }

  /// Deletes what was being written of a file of the folder, likewise.
  static func deleteLeftovers(ofFile name: String, in target: Folder) {
    for leftover in TemporaryName.leftovers(in: target, beside: name)
    where FileStatus(leftover, in: target)?.kind == .file {
      target.delete(leftover)
    }
  }
}
