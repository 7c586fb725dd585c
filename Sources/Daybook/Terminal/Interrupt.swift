import Dispatch
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
  private static let isTold = Atomic(false)

  /// What is written to where there is something to be done before the program ends.
  private static let summons = Atomic<Int32>(-1)

  /// How long the program has to stop by itself, in microseconds: the rest of a tenth of a second is
  /// for the system to take back what it held.
  private static let patience = 50_000
  /// The same where something is to be done before it is ended.
  private static let patienceBeforeDeed = 25_000

  /// Whether someone has asked to stop.
  static var isPending: Bool { isAsked.load(ordering: .relaxed) }

  /// Takes over the signals that ask a program to end.
  ///
  /// - Parameters:
  ///   - words: what is said where the program does not end by itself in time.
  ///   - deed: what is done before it is ended then, on a thread that waits for it.
  static func watch(
    lastWords words: StaticString = "", lastDeed deed: (@Sendable () -> Void)? = nil
  ) {
    if let deed { wait(toDo: deed) }
    lastWords.store(UInt(bitPattern: words.utf8Start), ordering: .relaxed)
    lastWordsCount.store(words.utf8CodeUnitCount, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { signal(number) { Interrupt.ask($0) } }
    // A program that is to outlive its terminal has been told not to listen.
    let ignored = signal(SIGHUP) { Interrupt.ask($0) }
    if isIgnoring(ignored) { signal(SIGHUP, SIG_IGN) }
    signal(SIGALRM) { _ in Interrupt.end() }
  }

  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Waits on a thread of its own until the program is to end, does the deed, and ends it: a handler
  /// of signals may call little more than `write`.
  private static func wait(toDo deed: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let input = ends[0]
    summons.store(ends[1], ordering: .relaxed)
    DispatchQueue(label: "daybook.last-deed").async {
      var byte: UInt8 = 0
      while read(input, &byte, 1) < 0, errno == EINTR {}
      deed()
      _exit(status.load(ordering: .relaxed))
    }
  }

  /// Called by the system in the middle of anything: only atomics and system calls.
  private static func ask(_ number: Int32) {
    if isAsked.exchange(true, ordering: .relaxed) { _exit(128 + number) }
    status.store(128 + number, ordering: .relaxed)
    var time = itimerval()
    let hasDeed = summons.load(ordering: .relaxed) >= 0
    time.it_value.tv_usec = suseconds_t(hasDeed ? patienceBeforeDeed : patience)
    #if canImport(Glibc)
      setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &time, nil)
    #else
      setitimer(Int32(ITIMER_REAL), &time, nil)
    #endif
  }

  /// Says that the program was interrupted, once, however it comes to its end.
  static func tellLastWords() {
    guard !isTold.exchange(true, ordering: .relaxed),
      let words = UnsafeRawPointer(bitPattern: lastWords.load(ordering: .relaxed))
    else { return }
    _ = write(STDERR_FILENO, words, lastWordsCount.load(ordering: .relaxed))
  }

  private static func end() {
    tellLastWords()
    let summons = summons.load(ordering: .relaxed)
    var byte: UInt8 = 1
    if summons >= 0, write(summons, &byte, 1) == 1 { return }
    _exit(status.load(ordering: .relaxed))
  }
}
