import Figures
import Plan
import Results

extension FigureFinder {
  func visit(_ matrix: ConfusionMatrixPlot) -> any FigureWork { ConfusionMatrixWork(plot: matrix) }
}

/// Draws how often each class was classified as each class.
struct ConfusionMatrixWork: FigureWork {
  let plot: ConfusionMatrixPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let matrix = try inputs.confusion(of: plot.evaluation)
    try StepFailure.expectClasses(matrix.classes, figure: "confusion-matrix")
    return try StepResult(
      ConfusionMatrixChart(
        matrix, classNames: matrix.names, showsCounts: plot.cells != .shares,
        showsShares: plot.cells != .counts, title: style.title, width: style.pixels))
  }
}
