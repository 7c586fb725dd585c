import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// What is in a folder besides the files of publications.
struct OtherFiles {
  private let folder: Folder
  /// Paths within the folder with what they are; a folder comes before what is in it.
  private var items: [(name: String, kind: FileStatus.Kind)] = []
  /// Whether everything could be listed.
  private var isComplete = true

  /// Lists what is in `folder` besides `ours`, and besides folders that hold only ours.
  init(in folder: Folder, besides ours: Set<String>) {
    self.folder = folder
    let ours = ours.union([Manifest.fileName])
    collect("", in: folder, FolderTree.root, ours, FolderTree(of: ours))
  }

  /// - Parameter number: What the folder is among those that ours are in; `nil` where it is none.
  private mutating func collect(
    _ prefix: String, in folder: Folder, _ number: FolderTree.Number?, _ ours: Set<String>,
    _ ourFolders: FolderTree
  ) {
    guard let names = try? folder.names() else {
      isComplete = false
      return
    }
    for name in names {
      let path = prefix + name
      guard let status = FileStatus(name, in: folder) else { continue }
      // Ours are files: a folder of such a name is somebody's.
      guard status.kind == .folder || !ours.contains(path) else { continue }
      let inside = number.flatMap { ourFolders.folder(name, in: $0) }
      if status.kind != .folder || inside == nil { items.append((path, status.kind)) }
      guard status.kind == .folder else { continue }
      guard let inner = try? folder.folder(name) else {
        isComplete = false
        continue
      }
      collect(path + "/", in: inner, inside, ours, ourFolders)
    }
  }

  /// Gives everything the same name in another folder; tells whether that could be done.
  ///
  /// What is gone meanwhile is left out: its owner has taken it away, or another run that has
  /// published moved it to the folder that is there now, which keeps it when that is replaced.
  func link(into other: Folder) throws(FileError) -> Bool {
    guard isComplete else { return false }
    for item in items {
      guard let (source, name) = try place(of: item.name) else { continue }
      let (target, _) = try other.place(of: item.name, making: true)
      let isDone =
        switch item.kind {
        case .file: linkat(source.descriptor, name, target.descriptor, name, 0) == 0
        case .folder: makeFolder(name, in: target, like: source)
        case .link: copyLink(name, from: source, to: target)
        case .other: false
        }
      guard isDone || isGone(name, from: source) else { return false }
    }
    return true
  }

  /// Where something is; `nil` where one of the folders above it is gone.
  private func place(of item: String) throws(FileError) -> (Folder, String)? {
    do {
      return try folder.place(of: item)
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
  }
}

private func makeFolder(_ name: String, in target: Folder, like source: Folder) -> Bool {
  guard let folder = try? target.makeFolder(name) else { return false }
  if let mode = FileStatus(name, in: source)?.mode { fchmod(folder.descriptor, mode_t(mode)) }
  return true
}

private func isGone(_ name: String, from folder: Folder) -> Bool {
  var status = stat()
  return fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT
}

private func copyLink(_ name: String, from source: Folder, to target: Folder) -> Bool {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlinkat(source.descriptor, name, &buffer, buffer.count - 1)
  guard count > 0 else { return false }
  return symlinkat(buffer, target.descriptor, name) == 0
}
