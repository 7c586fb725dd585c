import Results

/// The claims of a check, each with its verdict and the values behind it.
struct CheckOutput {
  private let claims: [CheckOutcome]

  init(_ claims: [CheckOutcome]) {
    self.claims = claims
  }

  var html: HTML {
    "<ul class=\"checks\">\n\(claims.map(claim).joined())</ul>\n"
  }

  private func claim(_ claim: CheckOutcome) -> HTML {
    let verdict: HTML =
      claim.holds
      ? "<span class=\"verdict\"><span aria-hidden=\"true\">✓</span> holds</span>"
      : "<span class=\"verdict\"><span aria-hidden=\"true\">✗</span> fails</span>"
    return """
      <li class="\(claim.holds ? "holds" : "fails")">\(verdict)
      <div><p>\(claim.sentence)</p>
      <p class="because"><code>\(claim.expression)</code>\(evidence(claim))</p></div></li>

      """
  }

  private func evidence(_ claim: CheckOutcome) -> HTML {
    guard !claim.evidence.isEmpty else { return "" }
    let values = claim.evidence.map { item -> HTML in
      "<code>\(item.expression)</code> is \(item.value)"
    }
    return ", where \(values.joined(", "))"
  }
}
