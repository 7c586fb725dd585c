/// Rows of two columns as a terminal shows them; the second may have several lines.
package func columns(_ rows: [(String, String)], indent: String) -> String {
  let width = rows.map(\.0.count).max() ?? 0
  return rows.map { name, text in
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let head = index == 0 ? name : ""
      return indent + head + String(repeating: " ", count: width - head.count + 2) + line
    }.joined(separator: "\n")
  }.joined(separator: "\n")
}
