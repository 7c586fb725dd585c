import Notebook
import Results

/// The numbers of figures and of tables, in the order of the page.
struct Numbering {
  private var numbers: [Place: Int] = [:]

  private struct Place: Hashable {
    let step: StepID
    let output: Int
  }

  init(_ steps: Outcomes<StepID, StepOutcome>) {
    var figures = 0
    var tables = 0
    for (step, outcome) in steps.pairs {
      guard case .done(let result) = outcome else { continue }
      for (index, output) in result.outputs.enumerated() {
        switch output {
        case .figure:
          figures += 1
          numbers[Place(step: step, output: index)] = figures
        case .table:
          tables += 1
          numbers[Place(step: step, output: index)] = tables
        case .file, .code, .checks, .pad: break
        }
      }
    }
  }

  /// The number of an output of a step, from 1; 0 for outputs that have none.
  func number(step: StepID, output: Int) -> Int {
    numbers[Place(step: step, output: output)] ?? 0
  }
}
