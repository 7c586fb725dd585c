#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bytes within the page itself, as a link or an image (RFC 2397).
struct DataURL: Sendable, Equatable {
  let html: HTML

  init(_ mediaType: String, _ bytes: [UInt8]) {
    html = "data:\(mediaType);base64,\(HTML(markup: base64(bytes)))"
  }
}

/// Bytes in Base64 with padding (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
