/// Text with its control and direction characters written out, as a terminal may show it.
///
/// Whatever comes from a notebook, a file's name or a file goes through here where it is printed:
/// escape sequences (ECMA-48) could retitle a terminal or hide what was said, and a line end could
/// forge a line of its own.
package func makingControlsVisible(_ text: String) -> String {
  var visible = ""
  for scalar in text.unicodeScalars { visible += visibleForm(of: scalar) }
  return visible
}

private func visibleForm(of scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "?"
  case 0x7F: "\u{2421}"
  // C1 controls; marks, embeddings and overrides of direction; separators; byte order mark.
  case 0x80..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  default: String(scalar)
  }
}
