/// Addresses of files, as editors name documents: `file:///home/ada/digits.md`.
enum DocumentAddress {
  /// The path that an address stands for; a name for a text that is no file yet.
  static func path(of uri: String, folder: String) -> String {
    let scheme = "file://"
    guard uri.hasPrefix(scheme) else {
      let name =
        uri.split(whereSeparator: { ":/".contains($0) }).last.map(String.init) ?? "untitled"
      return folder + "/" + (name.hasSuffix(".md") ? name : name + ".md")
    }
    let rest = uri.dropFirst(scheme.count)
    // A host, if there is one, is this machine.
    let path = rest.firstIndex(of: "/").map { rest[$0...] } ?? rest
    return decoded(path)
  }

  /// The address of the file at a path from the root.
  static func uri(of path: String) -> String {
    var uri = "file://"
    for byte in path.utf8 {
      let isPlain =
        byte == UInt8(ascii: "/") || "-._~".utf8.contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
