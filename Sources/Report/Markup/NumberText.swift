/// A count with commas between thousands: "41,000".
func grouped(_ number: Int) -> String {
  var text = ""
  let figures = String(number.magnitude)
  for (index, figure) in figures.enumerated() {
    if index > 0 && (figures.count - index) % 3 == 0 { text.append(",") }
    text.append(figure)
  }
  return (number < 0 ? "\u{2212}" : "") + text
}

/// A size in bytes: "208,908 bytes".
func byteText(_ count: Int) -> String {
  grouped(count) + (count == 1 ? " byte" : " bytes")
}

/// A digest in short, with all of it for those who point at it.
func shortDigest(_ digest: String) -> HTML {
  "<code class=\"digest\" title=\"\(digest)\">\(String(digest.prefix(12)))…</code>"
}
