#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// What a name in a folder stands for, symbolic links not followed.
package struct FileStatus {
  package enum Kind {
    case file, folder, link, other
  }

  package let kind: Kind
  package let size: Int
  /// Permission bits.
  package let mode: UInt32
  /// Which file it is, among those of all file systems.
  package let device: Int
  package let number: UInt64
  /// When it was last changed or used, in nanoseconds since 1970.
  package let time: Int

  /// `nil` where there is nothing.
  package init?(_ name: String, in folder: Folder) {
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    mode = UInt32(status.st_mode & 0o7777)
    device = Int(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    #if canImport(Darwin)
      time = nanoseconds(status.st_mtimespec)
    #else
      time = nanoseconds(status.st_mtim)
    #endif
  }

  /// Why it is not the folder that is needed there; `nil` where it is one.
  package var obstacle: FileError.Reason? {
    switch kind {
    case .folder: nil
    case .link: .isALink
    case .file, .other: .isAFile
    }
  }
}
