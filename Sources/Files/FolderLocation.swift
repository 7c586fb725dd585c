#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Where a folder is: a path of the user's own, and names beneath it through which no link leads.
package struct FolderLocation: Sendable, Equatable {
  /// Links in it are followed: whoever wrote the path means where it leads.
  package let root: String
  package let names: [String]

  package init(_ root: String, _ names: String...) {
    self.init(root: root, names: names)
  }

  private init(root: String, names: [String]) {
    self.root = root
    self.names = names
  }

  /// The folder at a path that nobody has written: its last name may be no link either.
  package init(unwritten path: String) {
    self.init(Folder.parent(of: path), Folder.name(of: path))
  }

  /// A folder in this one.
  package func inner(_ name: String) -> FolderLocation {
    FolderLocation(root: root, names: names + [name])
  }

  /// As people write it.
  package var path: String {
    (root == "." && !names.isEmpty ? names : [root] + names).joined(separator: "/")
  }

  /// Opens the folder.
  package func open() throws(FileError) -> Folder {
    var folder = try Folder(root)
    for name in names { folder = try folder.folder(name) }
    return folder
  }

  /// Opens the folder, and makes what is missing of it.
  package func make() throws(FileError) -> Folder {
    var folder: Folder
    do {
      folder = try Folder.make(root)
    } catch {
      guard error.reason == .isAFile, !names.isEmpty else { throw error }
      throw FileError(.create, path, .code(ENOTDIR))
    }
    for name in names { folder = try folder.makeFolder(name) }
    return folder
  }

  /// Deletes the folder where nothing is in it.
  package func deleteIfEmpty() {
    guard let last = names.last else {
      rmdir(root)
      return
    }
    guard var folder = try? Folder(root) else { return }
    for name in names.dropLast() {
      guard let inner = try? folder.folder(name) else { return }
      folder = inner
    }
    folder.deleteFolder(last)
  }
}
