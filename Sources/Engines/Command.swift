#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that is run to its end, with what it writes.
struct Command {
  struct Outcome {
    /// 0 for success; 128 and the signal's number where one ended it.
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs a program, which is looked for as a shell does; `nil` where it cannot be started.
  static func run(_ words: [String]) -> Outcome? {
    guard let program = words.first else { return nil }
    var (output, error): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&output) == 0 else { return nil }
    guard pipe(&error) == 0 else {
      output.forEach { close($0) }
      return nil
    }
    for end in output + error { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(program, words, output: output[1], error: error[1])
    close(output[1])
    close(error[1])
    defer {
      close(output[0])
      close(error[0])
    }
    guard let process else { return nil }
    let texts = readAll([output[0], error[0]])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: texts[0],
      error: texts[1])
  }

  private static func start(_ program: String, _ words: [String], output: Int32, error: Int32)
    -> pid_t?
  {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO)
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    return posix_spawnp(&process, program, &actions, nil, arguments, environ) == 0 ? process : nil
  }

  /// What comes out of some pipes, read at once so that none fills up.
  private static func readAll(_ pipes: [Int32]) -> [String] {
    var bytes = pipes.map { _ in [UInt8]() }
    var open = Set(pipes.indices)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !open.isEmpty {
      let places = open.sorted()
      var waiting = places.map { pollfd(fd: pipes[$0], events: Int16(POLLIN), revents: 0) }
      guard poll(&waiting, nfds_t(waiting.count), -1) >= 0 || errno == EINTR else { break }
      for (place, state) in zip(places, waiting) where state.revents != 0 {
        let count = read(pipes[place], &buffer, buffer.count)
        if count > 0 {
          bytes[place] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          open.remove(place)
        }
      }
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}
