import FlyingFox
import FlyingSocks
import Foundation

/// Serves the preview on this machine's own address, and to nobody else.
package struct Server: Sendable {
  private let session: Session
  private let port: UInt16
  private let server: HTTPServer

  /// Prepares to serve a session; where no port is asked for, one near 8040 is found.
  package init(_ session: Session, port: UInt16?) throws(ServerError) {
    self.session = session
    self.port = try Self.freePort(port)
    let answers = Answers(board: session.board, port: self.port)
    guard let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: self.port) else {
      throw .noAddress
    }
    server = HTTPServer(
      address: address, timeout: 15, logger: .disabled,
      handler: ClosureHTTPHandler { answers.answer($0) })
  }

  /// Where browsers find it.
  package var address: String { "http://127.0.0.1:\(port)/" }

  /// Returns once browsers are answered.
  package func waitUntilListening() async throws {
    try await server.waitUntilListening()
  }

  /// Serves until the task is cancelled.
  package func run() async throws {
    defer { session.board.close() }
    try await server.run()
  }

  /// The port that is asked for, if nobody has it; else the first free one from 8040 on.
  private static func freePort(_ asked: UInt16?) throws(ServerError) -> UInt16 {
    if let asked {
      guard isFree(asked) else { throw .portInUse(asked) }
      return asked
    }
    guard let free = (8040...8139).first(where: isFree) else { throw .noFreePort(8040...8139) }
    return free
  }

  private static func isFree(_ port: UInt16) -> Bool {
    guard let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port),
      let socket = try? Socket(domain: Int32(AF_INET))
    else { return false }
    defer { try? socket.close() }
    // As the server itself will do; a port that someone listens on is taken all the same.
    try? socket.setValue(true, for: .localAddressReuse)
    do {
      try socket.bind(to: address)
      try socket.listen()
      return true
    } catch {
      return false
    }
  }
}

/// Why the preview cannot be served.
package enum ServerError: Error, Sendable, Equatable, CustomStringConvertible {
  case portInUse(UInt16)
  case noFreePort(ClosedRange<UInt16>)
  case noAddress

  package var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) cannot be had, perhaps another preview has it; choose another one with --port"
    case .noFreePort(let ports):
      "no port from \(ports.lowerBound) to \(ports.upperBound) is free; choose one with --port"
    case .noAddress: "this machine has no address 127.0.0.1"
    }
  }
}
