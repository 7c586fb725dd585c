import Publishing

/// What the preview answers to each request: five paths, read only, to this machine's browsers.
struct Answers: Sendable {
  let board: Board
  let port: UInt16

  func answer(_ request: RequestHead) -> Response {
    if let reason = objection(to: request) { return refusal(.forbidden, reason) }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = refusal(.methodNotAllowed, "Only GET and HEAD")
      response.fields.append(("Allow", "GET, HEAD"))
      return response
    }
    var response = answer(to: request.path)
    response.isHeadOnly = request.method == "HEAD"
    return response
  }

  func answer(_ problem: RequestProblem) -> Response {
    switch problem {
    case .malformed: refusal(.badRequest, "This is no request")
    case .longLine: refusal(.addressTooLong, "The address is too long")
    case .longFields: refusal(.fieldsTooLarge, "The head of the request is too large")
    case .version: refusal(.versionNotSupported, "Only HTTP/1.1")
    }
  }

  /// Why a request is none of the preview's own page; `nil` where it is one.
  private func objection(to request: RequestHead) -> String? {
    // A page elsewhere could else point a name of its own at this machine and read along.
    guard let host = request["host"], isOurs(host) else {
      return "This preview answers only at http://127.0.0.1:\(port)/"
    }
    let objection = "This preview answers no other pages"
    if let origin = request["origin"] {
      guard origin.hasPrefix("http://"), isOurs(String(origin.dropFirst(7))) else {
        return objection
      }
    }
    // Images and frames of a page elsewhere tell no origin. Its links may lead here.
    // https://www.w3.org/TR/fetch-metadata/
    let isElsewhere = !["same-origin", "none"].contains(request["sec-fetch-site"] ?? "none")
    return isElsewhere && request["sec-fetch-dest"] != "document" ? objection : nil
  }

  private func isOurs(_ host: String) -> Bool {
    // Browsers leave out the port that goes without saying.
    let places = ["127.0.0.1", "localhost"]
    return places.contains {
      host.lowercased() == "\($0):\(port)" || port == 80 && host.lowercased() == $0
    }
  }

  private func answer(to path: String) -> Response {
    switch path {
    case "/": page(PreviewAssets.page, policy: Self.pagePolicy)
    case "/preview.css": response(PreviewAssets.style, "text/css; charset=utf-8")
    case "/preview.js": response(PreviewAssets.script, "text/javascript; charset=utf-8")
    case "/report": report
    case "/events":
      Response(status: .ok, fields: Self.fields("text/event-stream"), body: .events)
    default: refusal(.notFound, "There is nothing here")
    }
  }

  private var report: Response {
    guard let report = board.report else {
      return page(PreviewAssets.waiting, policy: Self.reportPolicy)
    }
    return page(report.bytes, policy: report.isOwn ? Self.reportPolicy : Self.formerPolicy)
  }

  /// What may load what reports may, and stand in the preview's page and in no other.
  private static let reportPolicy = Edition.policy + "; frame-ancestors 'self'"

  /// What a report from before the preview began may do, which anyone may have put there.
  ///
  /// It has a policy of its own, or none. Without scripts, a page may not lead elsewhere by itself
  /// either, as with a refresh (https://html.spec.whatwg.org/multipage/browsers.html#sandboxing).
  private static let formerPolicy = reportPolicy + "; sandbox allow-same-origin allow-popups"

  private static let pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    + "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  private func page(_ bytes: [UInt8], policy: String) -> Response {
    var response = response(bytes, "text/html; charset=utf-8")
    response.fields.append(("Content-Security-Policy", policy))
    // A page that opens this one in a window has no hold on it.
    response.fields.append(("Cross-Origin-Opener-Policy", "same-origin"))
    return response
  }

  private func response(_ bytes: [UInt8], _ type: String) -> Response {
    Response(status: .ok, fields: Self.fields(type), body: .bytes(bytes))
  }

  private func refusal(_ status: Response.Status, _ text: String) -> Response {
    Response(
      status: status, fields: Self.fields("text/plain; charset=utf-8"),
      body: .bytes(Array((text + "\n").utf8)))
  }

  private static func fields(_ type: String) -> [(name: String, value: String)] {
    [
      ("Content-Type", type), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}
