/// Bytes within the page itself, as a link or an image (RFC 2397).
struct DataURL: Sendable, Equatable {
  let html: HTML

  init(_ mediaType: String, _ bytes: [UInt8]) {
    html = "data:\(mediaType);base64,\(HTML(markup: base64(bytes)))"
  }
}

/// Bytes in Base64 with padding (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let padded = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      let digit = alphabet[padded >> (18 - 6 * place) & 63]
      text.append(place <= group.count ? digit : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}
