#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// What there is at a path, symbolic links not followed.
struct FileStatus {
  enum Kind {
    case file, folder, link, other
  }

  let kind: Kind
  let size: Int
  /// Permission bits.
  let mode: mode_t
  /// Which file it is, among those of all file systems.
  let device: Int
  let number: UInt64
  /// When it was last changed or used, in nanoseconds since 1970.
  let time: Int

  /// `nil` where there is nothing.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    device = Int(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    time = Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec)
  }
}
