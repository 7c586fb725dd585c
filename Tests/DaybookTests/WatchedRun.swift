import Foundation
import Testing

/// A running daybook whose standard error is a terminal, on which it tells of all it does.
final class WatchedRun {
  let process = Process()
  private let terminal: Int32
  /// Everything that has been written on the terminal.
  private(set) var text = ""

  init(_ bench: Workbench, _ arguments: [String]) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard terminal >= 0, let name = Self.unlocked(terminal) else {
      throw CocoaError(.fileReadUnknown)
    }
    // A process that another test starts must not keep it open.
    _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
    let end = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard end >= 0 else { throw CocoaError(.fileReadUnknown) }
    process.executableURL = Workbench.program
    process.arguments = arguments
    process.currentDirectoryURL = bench.folder
    process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle(fileDescriptor: end, closeOnDealloc: false)
    try process.run()
    close(end)
  }

  deinit { close(terminal) }

  /// Makes the other end of a terminal ready, and gives its path.
  private static func unlocked(_ terminal: Int32) -> String? {
    #if canImport(Darwin)
      guard grantpt(terminal) == 0, unlockpt(terminal) == 0 else { return nil }
      return ptsname(terminal).map { String(cString: $0) }
    #else
      // TIOCSPTLCK and TIOCGPTN of tty_ioctl(4), which Swift does not see.
      var (lock, number): (Int32, UInt32) = (0, 0)
      guard ioctl(terminal, 0x4004_5431, &lock) == 0, ioctl(terminal, 0x8004_5430, &number) == 0
      else { return nil }
      return "/dev/pts/\(number)"
    #endif
  }

  /// Messages on the terminal: lines, and what is drawn over the last one.
  var messages: Int { text.count { $0.isNewline || $0 == "\u{1B}" } }

  /// Reads what is written until something holds, or the program has ended; tells whether it holds.
  @discardableResult
  func wait(until holds: (WatchedRun) -> Bool) -> Bool {
    let limit = Date(timeIntervalSinceNow: 300)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !holds(self) {
      guard Date() < limit else {
        Issue.record("nothing came of it: \(text)")
        process.terminate()
        return false
      }
      // A terminal has its end when the last who writes on it is gone.
      var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 1) > 0 else { continue }
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return holds(self) }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    return true
  }

  /// Waits until a text is on the terminal.
  @discardableResult
  func wait(for words: String) -> Bool { wait { $0.text.contains(words) } }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Reads until the program has ended.
  func waitForEnd() {
    wait { _ in false }
    do { try process.waitForEnd() } catch { Issue.record(error) }
  }
}
