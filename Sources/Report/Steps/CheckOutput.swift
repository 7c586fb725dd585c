import Language
import Results

/// The claims of a check, each with its verdict and the values behind it.
struct CheckOutput {
  private let claims: [CheckOutcome]
  private let anchor: (Int) -> String

  /// Takes the claims, and the name of the place of each by its number, from 1.
  init(_ claims: [CheckOutcome], anchor: @escaping (Int) -> String) {
    self.claims = claims
    self.anchor = anchor
  }

  var html: HTML {
    "<ul class=\"checks\">\n\(claims.enumerated().map(claim).joined())</ul>\n"
  }

  /// Only a claim that fails is a place that links lead to.
  private func claim(_ index: Int, _ claim: CheckOutcome) -> HTML {
    let verdict: HTML =
      claim.holds
      ? "<span class=\"verdict\"><span aria-hidden=\"true\">✓</span> \(phrase("holds"))</span>"
      : "<span class=\"verdict\"><span aria-hidden=\"true\">✗</span> \(phrase("fails"))</span>"
    let place: HTML =
      claim.holds ? "class=\"holds\"" : "class=\"fails\" id=\"\(anchor(index + 1))\""
    return """
      <li \(place)>\(verdict)
      <div><p>\(claim.sentence)</p>
      <p class="because"><code>\(claim.expression)</code>\(evidence(claim))</p></div></li>

      """
  }

  private func evidence(_ claim: CheckOutcome) -> HTML {
    guard !claim.evidence.isEmpty else { return "" }
    let values = claim.evidence.map { item -> HTML in
      "<code>\(item.expression)</code> \(phrase("is")) \(item.value)"
    }
    return ", \(phrase("where")) \(values.joined(", "))"
  }
}
