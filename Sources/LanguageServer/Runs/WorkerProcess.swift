import Dispatch
import Files
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that does a run, and what it tells.
final class WorkerProcess: Sendable {
  private let process: pid_t
  /// Whether its number is still its own: once it has been waited for, another process may have it.
  private let isThere = Mutex(true)

  /// Starts a program with words, gives it a job on its standard input, and hands on each line of its
  /// standard output, on a thread of its own; `nil` where it cannot be started.
  ///
  /// - Parameters:
  ///   - observe: is called with each line.
  ///   - end: is called once, with the status: 128 and the signal's number where one ended it.
  init?(
    _ words: [String], job: [UInt8], observe: @escaping @Sendable ([UInt8]) -> Void,
    end: @escaping @Sendable (Int32) -> Void
  ) {
    guard let (process, input, output) = Self.start(words) else { return nil }
    self.process = process
    DispatchQueue(label: "daybook.run.input").async {
      _ = writeAll(job, to: input)
      close(input)
    }
    DispatchQueue(label: "daybook.run.output").async { [self] in
      Self.readLines(output, observe)
      close(output)
      let status = waitForEnd()
      let signal = status & 0x7F
      end(signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
    }
  }

  /// Asks it to stop where it can go on later.
  func stop() { isThere.withLock { if $0 { kill(process, SIGTERM) } } }

  private func waitForEnd() -> Int32 {
    var info = siginfo_t()
    while waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    return isThere.withLock { isThere in
      isThere = false
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return status
    }
  }

  private static func start(_ words: [String]) -> (pid_t, input: Int32, output: Int32)? {
    var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&input) == 0 else { return nil }
    guard pipe(&output) == 0 else {
      input.forEach { close($0) }
      return nil
    }
    for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, nil, arguments, environ)
    close(input[0])
    close(output[1])
    guard code == 0 else {
      close(input[1])
      close(output[0])
      return nil
    }
    return (process, input[1], output[0])
  }

  private static func readLines(_ file: Int32, _ observe: ([UInt8]) -> Void) {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      for byte in buffer[..<count] {
        if byte == UInt8(ascii: "\n") {
          observe(line)
          line = []
        } else {
          line.append(byte)
        }
      }
    }
  }
}
