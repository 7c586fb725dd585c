import Files
import VisibleText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What standard output and standard error are connected to.
///
/// All printing goes through here.
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

  /// Lets a reader who goes away, as `head` does, be no reason to stop: the report is still wanted.
  static func ignoreReadersGone() { signal(SIGPIPE, SIG_IGN) }

  /// Takes the places of standard streams that are closed: no file that is opened later gets one of
  /// them, and with it what is printed.
  ///
  /// Writing to standard output still fails where it was closed.
  static func keepPlaces() {
    for place in STDIN_FILENO...STDERR_FILENO where fcntl(place, F_GETFD) < 0 {
      _ = open("/dev/null", place == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Tells something on standard error, at once.
  ///
  /// Where that cannot be done, there is nobody to tell.
  static func tell(_ text: TerminalText) { _ = write(text, to: STDERR_FILENO) }

  /// Writes what was asked for on standard output, at once, and throws where it cannot be written.
  static func print(_ text: TerminalText) throws {
    let code = write(text, to: STDOUT_FILENO)
    guard code != 0, code != EPIPE else { return }
    let reason = code == EBADF ? "it is closed" : String(cString: strerror(code))
    tell("error: cannot write to standard output: \(reason)\n")
    throw ExitStatus.notWritten.code
  }

  /// Writes all of a text; gives the system's error number, 0 for none.
  ///
  /// A build log is a terminal, too, and obeys lines of a form.
  private static func write(_ text: TerminalText, to file: Int32) -> Int32 {
    let shown = text.isForPrograms ? text.text : withoutWorkflowCommands(text.text)
    return writeAll(Array(shown.utf8), to: file) ? 0 : errno
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
