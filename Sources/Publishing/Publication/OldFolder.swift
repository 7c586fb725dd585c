import Files

/// A folder whose place another has taken.
struct OldFolder {
  private let parent: Folder
  private let name: String

  init(_ name: String, in parent: Folder) {
    self.parent = parent
    self.name = name
  }

  /// Deletes what was published, and names of files that the new folder has too.
  ///
  /// The new folder is called `target` and stands beside this one. What came in the moment before
  /// the trade moves there if nothing has its name. Nothing else is deleted, and then the folder
  /// stays.
  func delete(ours: Set<String>, keepingOthersIn target: String) {
    delete(ours, Reference(folder: parent, prefix: target + "/"), movesOthers: true)
  }

  /// Deletes what was published, and names of files that another folder has too, if there is one.
  func delete(linkedIn other: Folder?) {
    delete([], other.map { Reference(folder: $0, prefix: "") }, movesOthers: false)
  }

  /// A folder that may be replaced by another at any moment, so that it is looked up each time.
  private struct Reference {
    let folder: Folder
    let prefix: String
  }

  private func delete(_ ours: Set<String>, _ reference: Reference?, movesOthers: Bool) {
    guard let folder = try? parent.folder(name) else { return }
    for published in Manifest(in: folder).names.union(ours) where published != Manifest.fileName {
      guard let (place, last) = try? folder.place(of: published) else { continue }
      place.delete(last)
    }
    guard let reference else { return }
    sweep(folder, "", reference, movesOthers: movesOthers)
    // The list goes last, so that a killed sweep can be taken up again.
    folder.delete(Manifest.fileName)
    parent.deleteFolder(name)
  }

  /// Takes from a folder what the reference has too, by its path within either.
  private func sweep(
    _ folder: Folder, _ prefix: String, _ reference: Reference, movesOthers: Bool
  ) {
    for name in (try? folder.textNames()) ?? [] where prefix + name != Manifest.fileName {
      guard let status = FileStatus(name, in: folder) else { continue }
      let path = reference.prefix + prefix + name
      if status.kind == .folder {
        guard let inner = try? folder.folder(name) else { continue }
        sweep(inner, prefix + name + "/", reference, movesOthers: movesOthers)
        folder.deleteFolder(name)
      } else if let kept = reference.folder.status(path) {
        if kept.isSame(as: status) { folder.delete(name) }
      } else if movesOthers, let (place, last) = try? reference.folder.place(of: path) {
        try? folder.move(name, to: place, last)
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
