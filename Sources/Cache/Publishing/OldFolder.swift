#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A folder whose place another has taken.
struct OldFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Deletes what was published, and names of files that the new folder has too.
  ///
  /// What came in the moment before the trade moves to `target` if nothing there has its name.
  /// Nothing else is deleted, and then the folder stays.
  func delete(
    ours: Set<String>, keepingOthersIn target: String?, linkedIn other: String? = nil
  ) {
    let published = Manifest(in: path).names.union(ours).union([Manifest.fileName])
    for name in published.subtracting([Manifest.fileName]) { unlink("\(path)/\(name)") }
    guard let reference = target ?? other else { return }
    sweep("", reference, movesOthers: target != nil)
    // The list goes last, so that a killed sweep can be taken up again.
    unlink("\(path)/\(Manifest.fileName)")
    rmdir(path)
  }

  private func sweep(_ prefix: String, _ target: String, movesOthers: Bool) {
    let names = (try? Folder.names(in: prefix.isEmpty ? path : "\(path)/\(prefix)")) ?? []
    for name in names where !(prefix.isEmpty && name == Manifest.fileName) {
      let inner = prefix.isEmpty ? name : "\(prefix)/\(name)"
      let (old, new) = ("\(path)/\(inner)", "\(target)/\(inner)")
      guard let status = FileStatus(old) else { continue }
      if status.kind == .folder {
        sweep(inner, target, movesOthers: movesOthers)
        rmdir(old)
      } else if let kept = FileStatus(new), kept.isSame(as: status) {
        unlink(old)
      } else if movesOthers, FileStatus(new) == nil {
        rename(old, new)
      }
    }
  }
}

extension FileStatus {
  /// Whether two names are of one file; a symbolic link's copy counts as the same.
  fileprivate func isSame(as other: FileStatus) -> Bool {
    kind == .link && other.kind == .link || device == other.device && number == other.number
  }
}
