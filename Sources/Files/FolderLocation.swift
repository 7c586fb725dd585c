#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Where a folder is: a path, and names beneath it through which no link leads.
package struct FolderLocation: Sendable, Equatable {
  package let root: String
  package let names: [String]
  /// Whether the path may end in a link: whoever has written it means where it leads.
  private let isWritten: Bool

  /// - Parameter isWritten: whether the user has written the path; then links in it are followed.
  package init(_ root: String, _ names: String..., isWritten: Bool = true) {
    self.init(root: root, names: names, isWritten: isWritten)
  }

  private init(root: String, names: [String], isWritten: Bool) {
    self.root = root
    self.names = names
    self.isWritten = isWritten
  }

  /// A folder in this one.
  package func inner(_ name: String) -> FolderLocation {
    FolderLocation(root: root, names: names + [name], isWritten: isWritten)
  }

  /// As people write it.
  package var path: String { ([root] + names).joined(separator: "/") }

  /// Opens the folder.
  package func open() throws(FileError) -> Folder {
    var folder = try Folder(root, followsLink: isWritten)
    for name in names { folder = try folder.folder(name) }
    return folder
  }

  /// Opens the folder, and makes what is missing of it.
  package func make() throws(FileError) -> Folder {
    var folder: Folder
    do {
      folder = try Folder.make(root, followsLink: isWritten)
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
    guard var folder = try? Folder(root, followsLink: isWritten) else { return }
    for name in names.dropLast() {
      guard let inner = try? folder.folder(name) else { return }
      folder = inner
    }
    folder.deleteFolder(last)
  }
}
