import Mathematics

/// Running text without its marks, for a page's title and for alternative texts.
///
/// `values` are the texts of the notebook's inline values, by index; one that is missing reads
/// as nothing.
package func plainText(of inlines: [Inline], values: [String]) -> String {
  inlines.map { plainText(of: $0, values: values) }.joined()
}

private func plainText(of inline: Inline, values: [String]) -> String {
  switch inline {
  case .text(let text), .code(let text): text
  case .formula(let formula): formula.text
  case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
    .link(_, _, let inlines), .image(_, _, let inlines), .tagged(_, let inlines):
    plainText(of: inlines, values: values)
  case .softBreak, .lineBreak: " "
  case .footnoteReference, .reference: ""
  case .value(let index): values.indices.contains(index) ? values[index] : ""
  }
}
