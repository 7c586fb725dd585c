import Expressions
import Notebook
import Results

/// Tells on standard error what a run came to.
struct ResultPrinter {
  private let results: RunResults

  init(_ results: RunResults) {
    self.results = results
  }

  /// The key figures of a notebook, a line each, as its report opens with them.
  func tellKeyFigures(of notebook: Notebook) {
    let values = results.inlineValues.all.map { outcome in
      if case .text(let text, _) = outcome { text } else { "?" }
    }
    for figure in notebook.frontMatter.keyFigures {
      Terminal.tell("\(figure.label): \(plainText(of: figure.text, values: values))\n")
    }
  }

  /// The values of a step that are one number or word, as expressions name them.
  func tellValues(of step: String) {
    guard case .done(let result) = results.outcome(of: StepID(step)) else { return }
    for field in result.values {
      switch field.value {
      case .boolean, .integer, .number, .text, .proportion:
        Terminal.tell("\(step).\(field.name): \(field.value.briefText)\n")
      case .unknown, .list, .record, .confusion: break
      }
    }
  }
}
