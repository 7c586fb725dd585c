import Language
import Notebook
import Results

/// What stands in the places of inline values.
struct InlineValueTexts {
  let written: [InlineValue]
  let outcomes: Outcomes<InlineValueID, InlineOutcome>

  /// The value with what stands behind it, for those who point at it: its expression, the number in
  /// full, and of a share its count and its interval, on lines of their own.
  func html(_ index: Int) -> HTML {
    let expression = expression(index)
    switch outcome(index) {
    case .text(let text, let facts):
      let tip = ([expression] + (facts.map { $0.lines(beside: text) } ?? []))
        .joined(separator: "\n")
      return """
        <data class="value" value="\(facts?.number ?? text)" title="\(tip)">\(text)</data>
        """
    case .failed:
      return """
        <span class="value missing" id="\(Anchor.value(index))" title="\(expression)">\(phrase("failed"))</span>
        """
    case .notRun:
      return "<span class=\"value missing\" title=\"\(expression)\">\(phrase("not run"))</span>"
    }
  }

  /// The value alone.
  func text(_ index: Int) -> String {
    switch outcome(index) {
    case .text(let text, _): text
    case .failed: phrase("failed")
    case .notRun: phrase("not run")
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

extension ValueFacts {
  /// What a value's text leaves out: its digits, and of a share its count and its interval.
  fileprivate func lines(beside text: String) -> [String] {
    var lines: [String] = []
    if text.filter({ $0 != "," }) != number { lines.append(number) }
    if let share = proportion {
      lines.append(phrase("{} of {}", grouped(share.count), grouped(share.total)))
      lines.append(
        phrase(
          "95% interval {} to {}", percent(share.low, digits: 2), percent(share.high, digits: 2)))
    }
    return lines
  }
}
