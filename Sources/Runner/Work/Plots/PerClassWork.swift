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
    let matrix = try inputs.confusion(of: plot.evaluation)
    let rows = (0..<matrix.classes).map { c in
      PerClassScores.Row(
        name: String(c),
        precision: shown(.precision) ? matrix.precision(c).map { PerClassScores.Score($0) } : nil,
        recall: shown(.recall) ? matrix.recall(c).map { PerClassScores.Score($0) } : nil,
        f1: shown(.f1) ? matrix.f1(c).map { PerClassScores.Score($0) } : nil)
    }
    return try StepResult(PerClassScores(rows: rows, title: style.title, width: style.pixels))
  }

  private func shown(_ measure: PerClassPlot.Measure) -> Bool { plot.measures.contains(measure) }
}
