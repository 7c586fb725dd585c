import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C: the first asks the run to stop where it can go on later, the second ends it at once.
enum Interrupt {
  private static let isAsked = Atomic(false)

  /// Whether someone has asked to stop.
  static var isPending: Bool { isAsked.load(ordering: .relaxed) }

  /// Takes over the signals that ask a program to end.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interrupt.isAsked.exchange(true, ordering: .relaxed) { _exit(128 + number) }
      }
    }
  }
}
