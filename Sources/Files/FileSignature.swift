#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What tells that a file is not what it was: it is another one, or it has been written to.
///
/// A sign to look again, never a proof that the contents are the same: results depend on contents.
package struct FileSignature: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64
  package let size: Int
  /// When it was last written to, in nanoseconds since 1970.
  package let modified: Int
  private let changed: Int
  let isFolder: Bool

  /// The signature of the file at a path, links followed; `nil` where there is none.
  package init?(_ path: String) { self.init(path, flags: 0) }

  /// The signature of what stands at a path, which may be a link; `nil` where there is nothing.
  init?(ofEntryAt path: String) { self.init(path, flags: AT_SYMLINK_NOFOLLOW) }

  private init?(_ path: String, flags: Int32) {
    var status = stat()
    guard fstatat(AT_FDCWD, path, &status, flags) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    #if canImport(Darwin)
      modified = nanoseconds(status.st_mtimespec)
      changed = nanoseconds(status.st_ctimespec)
    #else
      modified = nanoseconds(status.st_mtim)
      changed = nanoseconds(status.st_ctim)
    #endif
  }

  /// Whether the file was last touched more than two seconds before now, so that another write
  /// would show: times of files are only as fine as the file system keeps them.
  package var isSettled: Bool {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return false }
    return max(modified, changed) &+ 2_000_000_000 < nanoseconds(now)
  }
}

/// A time in nanoseconds since 1970.
///
/// Beyond the year 2262, which file systems keep as well, it begins anew: such a time is told from
/// others, and no order depends on it but that in which a store makes room.
func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}
