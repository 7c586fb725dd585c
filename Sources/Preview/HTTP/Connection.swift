#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One browser's connection: a request, its response, and an end.
///
/// Its descriptor is given back with it, as soon as either side has ended it.
final class Connection {
  private enum Phase {
    case reading(HeadReader)
    case sending
    /// Events follow as they come.
    case streaming
    /// All is sent; what is still coming is thrown away, so that the response is not lost with it.
    case draining
  }

  private let socket: Socket
  private var phase = Phase.reading(HeadReader())
  /// What is still to be sent.
  private var outgoing: ArraySlice<UInt8> = []
  /// The state of the board that was told last.
  private var told: Int?
  /// When it is given up, unless something comes of it before.
  private(set) var deadline: ContinuousClock.Instant?

  private static let patience = (reading: Duration.seconds(5), sending: Duration.seconds(15))

  init(_ socket: Socket) {
    self.socket = socket
    deadline = .now + Self.patience.reading
  }

  var descriptor: Int32 { socket.descriptor }

  /// Whether it listens for events.
  var isStreaming: Bool { if case .streaming = phase { true } else { false } }

  /// What `poll` is to wait for.
  var interest: Int16 {
    let isSending = !outgoing.isEmpty
    return switch phase {
    case .reading, .draining: Int16(POLLIN)
    case .sending: Int16(POLLOUT)
    case .streaming: Int16(POLLIN) | (isSending ? Int16(POLLOUT) : 0)
    }
  }

  /// Goes on as far as it can without waiting; tells whether there is more to come.
  func proceed(_ buffer: UnsafeMutableRawBufferPointer, _ answers: Answers) -> Bool {
    switch phase {
    case .reading(var reader):
      switch socket.receive(buffer) {
      case .end: return false
      case .later: return true
      case .bytes(let count):
        do throws(RequestProblem) {
          guard let head = try reader.take(buffer[..<count]) else {
            phase = .reading(reader)
            return true
          }
          return answer(answers.answer(head))
        } catch {
          return answer(answers.answer(error))
        }
      }
    case .sending: return send()
    case .streaming: return discard(buffer) && send()
    case .draining: return discard(buffer)
    }
  }

  /// Sends the board's state to a browser that listens, unless it has it already.
  ///
  /// A browser that is slow misses what is overtaken and gets the newest state next.
  func tell(_ board: Board) -> Bool {
    guard case .streaming = phase, outgoing.isEmpty else { return true }
    let (state, revision) = board.snapshot
    guard told != revision else { return true }
    told = revision
    outgoing = state.message[...]
    return send()
  }

  private func answer(_ response: Response) -> Bool {
    outgoing = response.bytes[...]
    phase = response.isStream ? .streaming : .sending
    deadline = .now + Self.patience.sending
    return send()
  }

  private func send() -> Bool {
    while !outgoing.isEmpty {
      switch outgoing.withUnsafeBytes(socket.send) {
      case .end: return false
      case .later: return true
      case .bytes(let count):
        outgoing = outgoing.dropFirst(count)
        deadline = .now + Self.patience.sending
      }
    }
    switch phase {
    case .streaming: deadline = nil
    case .sending:
      socket.finishSending()
      phase = .draining
      deadline = .now + .seconds(1)
    case .reading, .draining: break
    }
    return true
  }

  private func discard(_ buffer: UnsafeMutableRawBufferPointer) -> Bool {
    socket.receive(buffer) != .end
  }
}
