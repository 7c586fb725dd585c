#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The browser of whoever runs the program.
enum Browser {
  /// Opens an address or a file in it; where that cannot be done, nothing happens.
  static func open(_ address: String) {
    #if canImport(Darwin)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    var process = pid_t()
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup(opener), strdup(address), nil]
    defer { arguments.forEach { free($0) } }
    var actions = FileActions()
    actions.silence()
    var attributes = Attributes()
    _ = posix_spawnp(&process, opener, &actions.actions, &attributes.attributes, arguments, environ)
  }
}

/// What a process that is started does not take over.
private struct Attributes: ~Copyable {
  #if canImport(Darwin)
    var attributes: posix_spawnattr_t?
  #else
    var attributes = posix_spawnattr_t()
  #endif

  /// This program's indifference to readers that go away stays its own.
  init() {
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  }

  deinit {
    var attributes = attributes
    posix_spawnattr_destroy(&attributes)
  }
}

/// What becomes of the open files of a process that is started.
private struct FileActions: ~Copyable {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif

  init() {
    posix_spawn_file_actions_init(&actions)
  }

  deinit {
    var actions = actions
    posix_spawn_file_actions_destroy(&actions)
  }

  /// Lets the process write nothing where reports and progress go.
  mutating func silence() {
    for file in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_WRONLY, 0)
    }
  }
}
