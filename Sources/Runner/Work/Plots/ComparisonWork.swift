import Figures
import Language
import Plan
import Results

extension FigureFinder {
  func visit(_ comparison: ComparisonPlot) -> any FigureWork { ComparisonWork(plot: comparison) }
}

/// Draws the differences of a comparison.
struct ComparisonWork: FigureWork {
  let plot: ComparisonPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    guard let pairs = try inputs.result(of: plot.comparison)["pairs"]?.items else {
      throw StepFailure("step '\(plot.comparison)' has no pairs")
    }
    return try StepResult(
      DifferenceChart(
        rows: pairs.compactMap(row), subject: phrase("Accuracy"), title: style.title,
        width: style.pixels))
  }

  private func row(_ pair: Value) -> DifferenceChart.Row? {
    guard case .text(let first)? = pair["first"], case .text(let second)? = pair["second"],
      case .text(let verdict)? = pair["verdict"], let difference = pair["difference"]?.asNumber,
      let low = pair["low"]?.asNumber, let high = pair["high"]?.asNumber
    else { return nil }
    return DifferenceChart.Row(
      name: "\(first) − \(second)", difference: difference, low: low, high: high,
      isTold: verdict == "better" || verdict == "worse")
  }
}
