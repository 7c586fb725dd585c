import Results

/// A listing of code in a box of its own, which scrolls where it is wide.
struct CodeBlock {
  let text: String
  let language: String
  /// The number of the first line; `nil` for no numbers.
  var firstLine: Int?
  var label = "Code"

  var html: HTML {
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return """
      <div class="code">\(numbers(trimmed))<pre role="region" aria-label="\(label)" \
      tabindex="0"><code>\(Highlighter.html(trimmed, language: language))</code></pre></div>
      """
  }

  /// Line numbers beside the code, so that copying it leaves them out.
  private func numbers(_ text: String) -> HTML {
    guard let firstLine else { return "" }
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let numbers = (firstLine..<firstLine + count).map(String.init).joined(separator: "\n")
    return "<pre class=\"numbers\" aria-hidden=\"true\">\(numbers)</pre>"
  }
}
