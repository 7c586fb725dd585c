/// What is sent back for a request.
struct Response {
  enum Status: Int {
    case ok = 200
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case addressTooLong = 414
    case fieldsTooLarge = 431
    case versionNotSupported = 505

    var phrase: String {
      switch self {
      case .ok: "OK"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .addressTooLong: "URI Too Long"
      case .fieldsTooLarge: "Request Header Fields Too Large"
      case .versionNotSupported: "HTTP Version Not Supported"
      }
    }
  }

  enum Body {
    case bytes([UInt8])
    /// Each state of the board as it comes, until the browser leaves.
    case events
  }

  let status: Status
  var fields: [(name: String, value: String)]
  var body: Body
  /// Whether only the head is sent.
  var isHeadOnly = false

  /// Everything that is sent at once, as https://www.rfc-editor.org/rfc/rfc9112 has it.
  ///
  /// One response a connection: another one costs a browser of this machine nothing.
  var bytes: [UInt8] {
    var lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)", "Connection: close"]
    lines += fields.map { "\($0.name): \($0.value)" }
    if case .bytes(let bytes) = body { lines.append("Content-Length: \(bytes.count)") }
    let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    guard !isHeadOnly, case .bytes(let bytes) = body else { return head }
    return head + bytes
  }

  var isStream: Bool {
    if case .events = body { !isHeadOnly } else { false }
  }
}
