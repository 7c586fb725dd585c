/// Why a request has no answer, by the numbers of JSON-RPC and of the protocol.
struct ProtocolError: Error, Equatable {
  let code: Int
  let message: String

  static func unknownMethod(_ name: String) -> Self {
    Self(code: -32601, message: "daybook does not know the method '\(name)'")
  }

  static func invalidParameters(_ message: String) -> Self { Self(code: -32602, message: message) }

  static let notInitialized = Self(code: -32002, message: "the first request must be initialize")
  static let malformed = Self(code: -32700, message: "the message is not JSON")
  static let invalidRequest = Self(code: -32600, message: "the server is shutting down")
  static let cancelled = Self(code: -32800, message: "cancelled")

  /// The request is right and cannot be done.
  static func failed(_ message: String) -> Self { Self(code: -32803, message: message) }

  var json: JSON { ["code": .integer(code), "message": .text(message)] }
}
