import Language
import Results

/// A size in bytes: "208,908 bytes".
func byteText(_ count: Int) -> String {
  phrase(count == 1 ? "{} byte" : "{} bytes", grouped(count))
}

/// Lines of a file: "lines 9–10", or "line 9" where it is one.
func lineText(_ first: Int, count: Int) -> String {
  count == 1
    ? phrase("line {}", "\(first)") : phrase("lines {}–{}", "\(first)", "\(first + count - 1)")
}

/// A digest in short, with all of it for those who point at it.
func shortDigest(_ digest: String) -> HTML {
  "<code class=\"digest\" title=\"\(digest)\">\(String(digest.prefix(12)))…</code>"
}
