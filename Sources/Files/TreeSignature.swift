/// What tells that a file is not what it was or, of a folder, that a file within it or within one of
/// its folders is not: images of classes lie no deeper.
///
/// Hidden names are passed over, and what folders within it hold beside files. No link within it is
/// followed: one that came with a stranger's folder may lead to what changes without end.
package struct TreeSignature: Equatable, Sendable {
  private let own: FileSignature
  private var files = 0
  /// How many files a look at it looks at.
  package private(set) var count = 1
  /// When the newest of it was last written to, in nanoseconds since 1970: also when a file last came
  /// or went in one of its folders.
  package private(set) var modified: Int

  /// The signature of what is at a path, links followed; `nil` where there is nothing.
  package init?(_ path: String) {
    guard let own = FileSignature(path) else { return nil }
    self.own = own
    modified = own.modified
    guard own.isFolder else { return }
    var hasher = Hasher()
    addFiles(in: path, levels: 2, to: &hasher)
    files = hasher.finalize()
  }

  /// Adds the files in a folder, and tells whether there are any.
  @discardableResult private mutating func addFiles(
    in folder: String, levels: Int, to hasher: inout Hasher
  ) -> Bool {
    let names = (try? Folder(folder).textNames()) ?? []
    var hasFiles = false
    for name in names where !name.hasPrefix(".") {
      let path = folder + "/" + name
      guard let signature = FileSignature(ofEntryAt: path) else { continue }
      count += 1
      if signature.isFolder {
        guard levels > 1, addFiles(in: path, levels: levels - 1, to: &hasher) else { continue }
      } else {
        hasher.combine(path)
        hasher.combine(signature)
        hasFiles = true
      }
      modified = max(modified, signature.modified)
    }
    return hasFiles
  }
}
