import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C: the first asks the program to stop where it can go on later, the second ends it at once.
///
/// What cannot stop within a tenth of a second, such as a file on a disk that does not answer, is
/// ended all the same: nothing that is stored or published is ever half there, and a training is
/// stored every second.
enum Interrupt {
  private static let isAsked = Atomic(false)
  private static let status = Atomic<Int32>(0)
  /// What is said where the program does not get to say it itself: its address, and its length.
  private static let lastWords = Atomic<UInt>(0)
  private static let lastWordsCount = Atomic(0)

  /// How long the program has to stop by itself, in microseconds.
  private static let patience = 70_000

  /// Whether someone has asked to stop.
  static var isPending: Bool { isAsked.load(ordering: .relaxed) }

  /// Takes over the signals that ask a program to end.
  static func watch(lastWords words: StaticString = "") {
    lastWords.store(UInt(bitPattern: words.utf8Start), ordering: .relaxed)
    lastWordsCount.store(words.utf8CodeUnitCount, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { signal(number) { Interrupt.ask($0) } }
    signal(SIGALRM) { _ in Interrupt.end() }
  }

  /// Called by the system in the middle of anything: only atomics and system calls.
  private static func ask(_ number: Int32) {
    if isAsked.exchange(true, ordering: .relaxed) { _exit(128 + number) }
    status.store(128 + number, ordering: .relaxed)
    var time = itimerval()
    time.it_value.tv_usec = suseconds_t(patience)
    #if canImport(Glibc)
      setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &time, nil)
    #else
      setitimer(Int32(ITIMER_REAL), &time, nil)
    #endif
  }

  private static func end() {
    if let words = UnsafeRawPointer(bitPattern: lastWords.load(ordering: .relaxed)) {
      _ = write(STDERR_FILENO, words, lastWordsCount.load(ordering: .relaxed))
    }
    _exit(status.load(ordering: .relaxed))
  }
}
