import Notebook
import Results

/// The numbers of figures and of tables, each counted through the report.
struct OutputNumbers {
  private var numbers: [Place: Int] = [:]

  private struct Place: Hashable {
    let step: Int
    let output: Int
  }

  init(_ results: RunResults) {
    var (figures, tables) = (0, 0)
    for (step, outcome) in results.steps.enumerated() {
      guard case .done(let result) = outcome else { continue }
      for (position, output) in result.outputs.enumerated() {
        switch output {
        case .figure:
          figures += 1
          numbers[Place(step: step, output: position)] = figures
        case .table:
          tables += 1
          numbers[Place(step: step, output: position)] = tables
        case .code, .checks, .file: break
        }
      }
    }
  }

  subscript(step: Int, output: Int) -> Int { numbers[Place(step: step, output: output)] ?? 0 }
}
