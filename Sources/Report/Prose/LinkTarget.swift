/// Where a link of the prose leads, where it may lead there at all.
struct LinkTarget: Equatable {
  let address: String

  /// Takes web and mail addresses, places in the page and paths beside it; `nil` for the rest.
  ///
  /// Browsers drop control characters and blanks at the ends before they look at the scheme, and
  /// read `\` as `/`; an address with any of them is refused, not mended.
  init?(_ destination: String) {
    let scalars = destination.unicodeScalars
    guard scalars.allSatisfy({ $0.value >= 0x20 && $0 != "\\" }), scalars.first != " ",
      !destination.utf8.starts(with: "//".utf8), Self.isAllowed(Self.scheme(of: destination))
    else { return nil }
    address = Self.encoded(destination)
  }

  /// What comes before the first colon, unless a path, query or fragment has begun before it.
  private static func scheme(of destination: String) -> String? {
    let delimiters: [Unicode.Scalar] = [":", "/", "?", "#"]
    let scalars = destination.unicodeScalars
    guard let end = scalars.firstIndex(where: { delimiters.contains($0) }), scalars[end] == ":"
    else { return nil }
    return String(scalars[..<end]).lowercased()
  }

  /// Whether an address says by itself how it is reached, so that it leads to the same place from
  /// anywhere.
  static func hasScheme(_ destination: String) -> Bool { scheme(of: destination) != nil }

  private static func isAllowed(_ scheme: String?) -> Bool {
    guard let scheme else { return true }
    return ["http", "https", "mailto"].contains(scheme)
  }

  /// Percent-encodes the characters that no address may hold (RFC 3987 allows other scripts).
  private static func encoded(_ destination: String) -> String {
    var result = ""
    for scalar in destination.unicodeScalars {
      switch scalar {
      case " ": result += "%20"
      case "\"": result += "%22"
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "`": result += "%60"
      case "{": result += "%7B"
      case "|": result += "%7C"
      case "}": result += "%7D"
      case "^": result += "%5E"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
