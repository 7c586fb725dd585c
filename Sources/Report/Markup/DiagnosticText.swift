import Notebook

/// A diagnostic as the page shows it: with the notebook's name in place of its path.
///
/// Where the notebook lies differs from machine to machine; the page does not.
struct DiagnosticText {
  let path: String
  let name: String

  func html(_ diagnostic: String) -> HTML {
    guard !path.isEmpty, path != name else { return box(diagnostic) }
    var text = ""
    var rest = Substring(diagnostic)
    while let next = rest.first {
      if rest.hasPrefix(path) {
        text += name
        rest = rest.dropFirst(path.count)
      } else {
        text.append(next)
        rest = rest.dropFirst()
      }
    }
    return box(text)
  }

  private func box(_ text: String) -> HTML { "<pre class=\"diagnostic\">\(text)</pre>" }
}
