import Files
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers all browsers on one thread, which waits for nothing but their connections.
///
/// A thread of its own, so that browsers are answered while a training has all others.
final class ServingLoop: Sendable {
  private let listener: Socket
  private let waker: Waker
  private let answers: Answers
  private let isStopped = Atomic(false)

  /// The most connections at once: further ones take the place of who has listened longest, or wait.
  private let most = ServingLoop.mostConnections
  /// How long the next connection waits where the system has no descriptors left.
  private static let shortage = Duration.milliseconds(50)

  init(_ listener: Socket, _ waker: Waker, _ answers: Answers) {
    self.listener = listener
    self.waker = waker
    self.answers = answers
  }

  func stop() {
    isStopped.store(true, ordering: .relaxed)
    waker.wake()
  }

  /// Serves until it is stopped.
  func run() {
    var connections: [Connection] = []
    var acceptsFrom = ContinuousClock.now
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while !isStopped.load(ordering: .relaxed) {
      let now = ContinuousClock.now
      let before = connections.count
      connections.removeAll { ($0.deadline ?? now) < now }
      let accepts =
        acceptsFrom <= now
        && (connections.count < most || connections.contains(where: \.isStreaming))
      let ready = wait(connections, accepts: accepts, from: acceptsFrom, now)
      if ready.waker { waker.rest() }
      // Those that are over give their descriptors back before others come.
      connections = zip(connections, ready.connections).filter { connection, isReady in
        (!isReady || connection.proceed(buffer, answers)) && connection.tell(answers.board)
      }.map(\.0)
      if connections.count < before { acceptsFrom = now }
      if ready.listener {
        makeRoom(&connections)
        let (arrived, isShort) = arrivals(room: most - connections.count)
        connections += arrived
        if isShort { acceptsFrom = .now + Self.shortage }
      }
    }
  }

  /// All that the system allows, but for the files of a run and those by which the system's queues
  /// look after their threads: where these cannot be opened, the program ends.
  private static var mostConnections: Int { min(200, max(4, SystemLimit.openFiles.current - 48)) }

  /// Ends the connection that has listened longest where all places are taken: its browser comes
  /// again, and nobody who listens keeps others from an answer.
  private func makeRoom(_ connections: inout [Connection]) {
    guard connections.count >= most, let oldest = connections.firstIndex(where: \.isStreaming)
    else { return }
    connections.remove(at: oldest)
  }

  private struct Ready {
    let waker: Bool
    let listener: Bool
    let connections: [Bool]
  }

  /// Waits until something is to be done.
  private func wait(
    _ connections: [Connection], accepts: Bool, from acceptsFrom: ContinuousClock.Instant,
    _ now: ContinuousClock.Instant
  ) -> Ready {
    var places = [
      pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
      // A negative descriptor is passed over.
      pollfd(fd: accepts ? listener.descriptor : -1, events: Int16(POLLIN), revents: 0),
    ]
    places += connections.map { pollfd(fd: $0.descriptor, events: $0.interest, revents: 0) }
    let deadlines = connections.compactMap(\.deadline) + (acceptsFrom > now ? [acceptsFrom] : [])
    let time = deadlines.min().map { milliseconds(from: now, to: $0) } ?? -1
    _ = poll(&places, nfds_t(places.count), time)
    let isReady = places.map { $0.revents != 0 }
    return Ready(waker: isReady[0], listener: isReady[1], connections: Array(isReady[2...]))
  }

  /// Takes the connections that have come; tells whether one is left for want of descriptors.
  private func arrivals(room: Int) -> ([Connection], isShort: Bool) {
    var arrived: [Connection] = []
    while arrived.count < room {
      switch listener.accept() {
      case .connection(let socket): arrived.append(Connection(socket))
      case .nothing: return (arrived, false)
      case .shortage: return (arrived, true)
      }
    }
    return (arrived, false)
  }

  private func milliseconds(
    from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
  ) -> Int32 {
    let (seconds, attoseconds) = (end - start).components
    return Int32(clamping: max(0, seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
  }
}
