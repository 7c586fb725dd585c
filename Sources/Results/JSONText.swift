/// A text in JSON (RFC 8259), always the same bytes for the same text.
package func jsonText(_ text: String) -> String {
  var escaped = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": escaped += "\\\""
    case "\\": escaped += "\\\\"
    case "\n": escaped += "\\n"
    case "\r": escaped += "\\r"
    case "\t": escaped += "\\t"
    case "\0"..<" ", "\u{2028}", "\u{2029}", "\u{7F}":
      let hexadecimal = String(scalar.value, radix: 16)
      escaped += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped + "\""
}
