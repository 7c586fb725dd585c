import Figures
import Plan
import Results

extension FigureFinder {
  func visit(_ scores: PerClassPlot) -> any FigureWork { PerClassWork(plot: scores) }
}

/// Draws precision, recall and F1 of each class.
struct PerClassWork: FigureWork {
  let plot: PerClassPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let measures = plot.measures.map { measure -> PerClassScores.Measure in
      switch measure {
      case .precision: .precision
      case .recall: .recall
      case .f1: .f1
      }
    }
    let matrix = try inputs.confusion(of: plot.evaluation)
    try StepFailure.expectClasses(matrix.classes, figure: "per-class")
    return try StepResult(
      PerClassScores(
        matrix, measures: measures, classNames: matrix.names, title: style.title,
        width: style.pixels))
  }
}
