/// A path with its percent signs resolved, as Markdown may write blanks and editors write addresses;
/// `nil` where it is no text.
package func percentDecoded(_ path: String) -> String? {
  var bytes: [UInt8] = []
  var rest = Substring(path).utf8
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2)
    if byte == UInt8(ascii: "%"), digits.count == 2, !"+-".utf8.contains(digits.first ?? 0),
      let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}
