import Results

extension PreviewState.Problem {
  /// There is nothing in the notebook's file.
  static let empty = Self(
    title: "The notebook is empty", text: "", note: "The last good report stays until it is not.")

  /// What went wrong in a run that was not complete.
  init(_ results: RunResults, _ text: String, hasReport: Bool) {
    let title =
      if !results.diagnostics.isEmpty {
        "A step failed"
      } else {
        results.failedClaims.isEmpty ? "Warnings are taken as errors" : "A claim does not hold"
      }
    self.init(
      title: title,
      text: text,
      note: !results.diagnostics.isEmpty && hasReport
        ? "The last good report stays; failed.html beside it shows what was reached."
        : "This is a draft of what was reached, which is in failed.html too."
          + (hasReport ? " index.html stays as it was." : ""))
  }
}
