import FlyingFox
import Foundation
import Publishing

/// What the preview answers to each request: five paths, read only, to this machine's browsers.
struct Answers: Sendable {
  let board: Board
  let port: UInt16

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    // A page elsewhere could else point a name of its own at this machine and read along.
    guard let host = request.headers[.host], isOurs(host) else {
      return refusal(.forbidden, "This preview answers only at http://127.0.0.1:\(port)/")
    }
    if let origin = request.headers[HTTPHeader("Origin")] {
      guard origin.hasPrefix("http://"), isOurs(String(origin.dropFirst(7))) else {
        return refusal(.forbidden, "This preview answers no other pages")
      }
    }
    guard request.method == .GET || request.method == .HEAD else {
      var response = refusal(.methodNotAllowed, "Only GET and HEAD")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    let response = answer(to: request.path)
    guard request.method == .HEAD else { return response }
    return HTTPResponse(statusCode: response.statusCode, headers: response.headers)
  }

  private func answer(to path: String) -> HTTPResponse {
    switch path {
    case "/": response(PreviewAssets.page, "text/html; charset=utf-8", policy: Self.pagePolicy)
    case "/preview.css": response(PreviewAssets.style, "text/css; charset=utf-8")
    case "/preview.js": response(PreviewAssets.script, "text/javascript; charset=utf-8")
    case "/report":
      response(
        board.report ?? PreviewAssets.waiting, "text/html; charset=utf-8", policy: Self.reportPolicy
      )
    case "/events": events
    default: refusal(.notFound, "There is nothing here")
    }
  }

  /// What may load what reports may, and stand in the preview's page and in no other.
  ///
  /// A report from before the preview began may have been put there by anyone, with a policy of its
  /// own or none.
  private static let reportPolicy = Edition.policy + "; frame-ancestors 'self'"

  private static let pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    + "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  private func isOurs(_ host: String) -> Bool {
    ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host.lowercased())
  }

  private func response(_ bytes: [UInt8], _ type: String, policy: String? = nil) -> HTTPResponse {
    var headers = Self.headers(type)
    if let policy { headers[HTTPHeader("Content-Security-Policy")] = policy }
    return HTTPResponse(statusCode: .ok, headers: headers, body: Data(bytes))
  }

  private func refusal(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: Self.headers("text/plain; charset=utf-8"),
      body: Data((text + "\n").utf8))
  }

  private var events: HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: Self.headers("text/event-stream"),
      body: HTTPBodySequence(from: EventBytes(states: board.states())))
  }

  private static func headers(_ type: String) -> HTTPHeaders {
    [
      .contentType: type,
      HTTPHeader("Cache-Control"): "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    ]
  }
}
