import Dispatch

/// Serves the preview on this machine's own address, and to nobody else.
package struct Server: Sendable {
  private let board: Board
  private let loop: ServingLoop
  private let port: UInt16

  /// Listens for the browsers of a session; where no port is asked for, at one near 8040.
  package init(_ session: Session, port: UInt16?) throws(ServerError) {
    guard let waker = Waker() else { throw .noDescriptor }
    let listener = try Self.listener(port)
    self.port = listener.port
    board = session.board
    board.observe { waker.wake() }
    loop = ServingLoop(listener, waker, Answers(board: board, port: self.port))
  }

  /// Where browsers find it.
  package var address: String { "http://127.0.0.1:\(port)/" }

  /// Serves until the task is cancelled.
  package func run() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // The tasks' own threads may all be training.
        DispatchQueue(label: "daybook.preview").async {
          loop.run()
          continuation.resume()
        }
      }
    } onCancel: {
      loop.stop()
    }
  }

  /// Listens at the port that is asked for, if nobody has it; else at the first free one from 8040 on.
  private static func listener(_ asked: UInt16?) throws(ServerError) -> Socket {
    if let asked {
      guard let listener = Socket(listeningAt: asked) else { throw .portInUse(asked) }
      return listener
    }
    let ports: ClosedRange<UInt16> = 8040...8139
    for port in ports {
      if let listener = Socket(listeningAt: port) { return listener }
    }
    throw .noFreePort(ports)
  }
}

/// Why the preview cannot be served.
package enum ServerError: Error, Sendable, Equatable, CustomStringConvertible {
  case portInUse(UInt16)
  case noFreePort(ClosedRange<UInt16>)
  case noDescriptor

  package var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) cannot be had, perhaps another preview has it; choose another one with --port"
    case .noFreePort(let ports):
      "no port from \(ports.lowerBound) to \(ports.upperBound) is free; choose one with --port"
    case .noDescriptor: "too many files are open; raise the limit with 'ulimit -n'"
    }
  }
}
