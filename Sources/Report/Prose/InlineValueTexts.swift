import Notebook
import Results

/// What stands in the places of inline values.
struct InlineValueTexts {
  let written: [InlineValue]
  let outcomes: Outcomes<InlineValueID, InlineOutcome>

  /// The value with its expression for those who point at it.
  func html(_ index: Int) -> HTML {
    let expression = expression(index)
    switch outcome(index) {
    case .text(let text):
      return "<data class=\"value\" value=\"\(text)\" title=\"\(expression)\">\(text)</data>"
    case .failed:
      return """
        <span class="value missing" id="\(Anchor.value(index))" title="\(expression)">failed</span>
        """
    case .notRun:
      return "<span class=\"value missing\" title=\"\(expression)\">not run</span>"
    }
  }

  /// The value alone.
  func text(_ index: Int) -> String {
    switch outcome(index) {
    case .text(let text): text
    case .failed: "failed"
    case .notRun: "not run"
    }
  }

  /// The value as the notebook writes it, without its braces.
  func expression(_ index: Int) -> String {
    guard written.indices.contains(index) else { return "" }
    return written[index].expression + (written[index].format.map { ":" + $0 } ?? "")
  }

  private func outcome(_ index: Int) -> InlineOutcome {
    outcomes[InlineValueID(index)] ?? .notRun
  }
}
