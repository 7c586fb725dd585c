import Notebook

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
    return percentDecoded(String(path)) ?? String(path)
  }

  /// The address of the file at a path from the root.
  static func uri(of path: String) -> String {
    var uri = "file://"
    for byte in path.utf8 {
      let isPlain =
        byte.isASCIILetterOrDigit || "/-._~".utf8.contains(byte)
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
