#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What standard error is connected to.
struct Terminal: Sendable {
  /// Whether a person looks at it, so that a line may be drawn over.
  let isInteractive: Bool
  /// Whether colours are wanted: on a terminal, unless `NO_COLOR` is set or it is a dumb one.
  let hasColour: Bool

  static let standardError = Terminal(
    isInteractive: isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb",
    hasColour: isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
      && (environment("NO_COLOR") ?? "").isEmpty)

  /// Columns of the terminal; 80 where it does not say.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Processors that the machine has online.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Writes a text to standard error at once.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        // A reader that has gone away is no reason to stop a run.
        let written = systemWrite(STDERR_FILENO, rest.baseAddress, rest.count)
        guard written > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      }
    }
  }

  /// Hands on what has been written to standard output, to a pipe too.
  static func flush() { fflush(nil) }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// `write` of the C library, whose name the type's own method hides.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
