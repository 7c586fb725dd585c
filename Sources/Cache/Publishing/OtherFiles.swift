#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// What is in a folder besides the files of publications.
struct OtherFiles {
  private let folder: String
  /// Paths within the folder with what they are; a folder comes before what is in it.
  private var items: [(name: String, kind: FileStatus.Kind)] = []
  /// Whether everything could be listed.
  private var isComplete = true

  /// Lists what is in `folder` besides `ours`, and besides folders that hold only ours.
  init(in folder: String, besides ours: Set<String>) {
    self.folder = folder
    let ours = ours.union([Manifest.fileName])
    collect("", ours, Set(ours.flatMap(Manifest.folders)))
  }

  private mutating func collect(_ prefix: String, _ ours: Set<String>, _ ourFolders: Set<String>) {
    guard let names = try? Folder.names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)") else {
      isComplete = false
      return
    }
    for name in names {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      guard !ours.contains(path), let status = FileStatus("\(folder)/\(path)") else { continue }
      if !(status.kind == .folder && ourFolders.contains(path)) {
        items.append((path, status.kind))
      }
      if status.kind == .folder { collect(path, ours, ourFolders) }
    }
  }

  /// Gives everything the same name in another folder; tells whether that could be done.
  func link(into other: String) throws(FileError) -> Bool {
    guard isComplete else { return false }
    for item in items {
      for parent in Manifest.folders(of: item.name) { try Folder.create("\(other)/\(parent)") }
      let source = "\(folder)/\(item.name)"
      let target = "\(other)/\(item.name)"
      let isDone =
        switch item.kind {
        case .file: hardLink(source, target)
        case .folder: makeFolder(target, like: source)
        case .link: copyLink(source, target)
        case .other: false
        }
      guard isDone else { return false }
    }
    return true
  }
}

private func hardLink(_ source: String, _ target: String) -> Bool {
  link(source, target) == 0
}

private func makeFolder(_ path: String, like source: String) -> Bool {
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { return false }
  if let mode = FileStatus(source)?.mode { chmod(path, mode) }
  return true
}

private func copyLink(_ source: String, _ target: String) -> Bool {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(source, &buffer, buffer.count - 1)
  guard count > 0 else { return false }
  return symlink(buffer, target) == 0
}
