#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A folder held open: what is done beneath it stays beneath it, whatever links stand there.
///
/// Names within it never lead through a link, so that a folder from elsewhere cannot have files
/// outside of it written or deleted.
package final class Folder: Sendable {
  /// Where it was opened, for people.
  package let path: String
  package let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens the folder at a path of the user's own.
  ///
  /// - Parameter followsLink: whether the path itself may be a link; those that it leads through are
  ///   followed.
  package convenience init(_ path: String, followsLink: Bool = true) throws(FileError) {
    let flags = O_RDONLY | O_DIRECTORY | (followsLink ? 0 : O_NOFOLLOW)
    let descriptor = openDescriptor(path, in: AT_FDCWD, flags)
    guard descriptor >= 0 else {
      let code = errno
      throw FileError(.open, path, Self.obstacle(at: path, followsLink, code) ?? .code(code))
    }
    self.init(path: path, descriptor: descriptor)
  }

  /// Whether it is the path itself that is a link or a file; `nil` where it is another one that it
  /// leads through, or the system says something else.
  private static func obstacle(at path: String, _ followsLink: Bool, _ code: Int32)
    -> FileError.Reason?
  {
    guard code == ENOTDIR || code == ELOOP else { return nil }
    var status = stat()
    if !followsLink, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      return .isALink
    }
    return stat(path, &status) == 0 ? .isAFile : nil
  }

  /// Opens the folder at a path of the user's own; makes it, and those above it, where they are
  /// missing.
  package static func make(_ path: String, followsLink: Bool = true) throws(FileError) -> Folder {
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      guard errno == ENOENT, parent(of: path) != path else { throw FileError(.create, path) }
      _ = try make(parent(of: path))
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw FileError(.create, path, errno == ENOENT ? absence(above: path) : .code(errno))
      }
    }
    do {
      return try Folder(path, followsLink: followsLink)
    } catch {
      throw FileError(error.reason == .isAFile ? .create : .open, path, error.reason)
    }
  }

  /// Why nothing can be made at a path, where the system says that something does not exist.
  static func absence(above path: String) -> FileError.Reason {
    var missing: String?
    var folder = parent(of: path)
    while access(folder, F_OK) != 0, parent(of: folder) != folder {
      missing = folder
      folder = parent(of: folder)
    }
    return missing.map { .noFolder($0) } ?? .nothingMade(in: folder)
  }

  /// Opens a folder in this one; a link is refused.
  package func folder(_ name: String) throws(FileError) -> Folder {
    guard Self.isName(name) else { throw FileError(.open, path(of: name), .badName) }
    let descriptor = openDescriptor(
      name, in: self.descriptor, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    guard descriptor >= 0 else {
      let code = errno
      throw FileError(.open, path(of: name), FileStatus(name, in: self)?.obstacle ?? .code(code))
    }
    return Folder(path: path(of: name), descriptor: descriptor)
  }

  /// Opens a folder in this one, and makes it where it is missing; a link is refused.
  package func makeFolder(_ name: String) throws(FileError) -> Folder {
    guard Self.isName(name) else { throw FileError(.create, path(of: name), .badName) }
    guard mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST else {
      throw FileError(.create, path(of: name))
    }
    do {
      return try folder(name)
    } catch {
      throw FileError(.create, path(of: name), error.reason)
    }
  }

  /// The folder that a path beneath this one ends in, and the last name of the path.
  package func place(of path: String, making: Bool = false) throws(FileError) -> (Folder, String) {
    let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var folder = self
    for name in names.dropLast() {
      folder = try making ? folder.makeFolder(name) : folder.folder(name)
    }
    guard let last = names.last, Self.isName(last) else {
      throw FileError(.open, self.path(of: path), .badName)
    }
    return (folder, last)
  }

  /// Whether a text is one name that stays in its folder.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && !text.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") }
  }

  /// The path of something in the folder, for people.
  package func path(of name: String) -> String { path == "." ? name : "\(path)/\(name)" }
}
