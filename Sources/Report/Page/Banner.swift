import Notebook
import Results

/// What went wrong, at the top of the page of a run that is not complete.
struct Banner {
  let notebook: Notebook
  let results: RunResults

  var html: HTML {
    guard !results.isComplete else { return "" }
    let items = failedSteps + failedValues
    return """
      <aside class="banner" role="alert" aria-labelledby="banner-title">
      <h2 id="banner-title">This run is not complete</h2>
      <p>The last good report was left as it is. This page shows what was reached.</p>
      <ul>
      \(items.joined(separator: "\n"))
      </ul></aside>
      """
  }

  private var failedSteps: [HTML] {
    zip(notebook.steps, results.steps).compactMap { step, outcome -> HTML? in
      switch outcome {
      case .failed(let diagnostic):
        return """
          <li><a href="#step-\(step.name)">Step \(step.name) failed</a>
          <pre class="diagnostic" tabindex="0">\(diagnostic)</pre></li>
          """
      case .done where !outcome.isGood:
        return "<li><a href=\"#step-\(step.name)\">A claim of \(step.name) does not hold</a></li>"
      case .done, .notRun: return nil
      }
    }
  }

  private var failedValues: [HTML] {
    results.inlineValues.compactMap { outcome in
      guard case .failed(let diagnostic) = outcome else { return nil }
      return "<li><pre class=\"diagnostic\" tabindex=\"0\">\(diagnostic)</pre></li>"
    }
  }
}
