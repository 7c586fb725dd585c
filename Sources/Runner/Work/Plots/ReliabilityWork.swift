import Figures
import Plan
import Results

extension FigureFinder {
  func visit(_ reliability: ReliabilityPlot) -> any FigureWork {
    ReliabilityWork(plot: reliability)
  }
}

/// Draws how often a network is right by how sure it is.
struct ReliabilityWork: FigureWork {
  let plot: ReliabilityPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    guard let bins = try inputs.result(of: plot.evaluation)["reliability"]?.items else {
      throw StepFailure("step '\(plot.evaluation)' has no reliability")
    }
    return try StepResult(
      ReliabilityDiagram(
        bins: bins.compactMap(bin), title: style.title, width: style.pixels,
        height: plot.height.map(Double.init) ?? 360))
  }

  private func bin(_ record: Value) -> ReliabilityDiagram.Bin? {
    guard let low = record["low"]?.asNumber, let high = record["high"]?.asNumber,
      let probability = record["probability"]?.asNumber,
      case .proportion(let accuracy)? = record["accuracy"]
    else { return nil }
    return ReliabilityDiagram.Bin(
      low: low, high: high, probability: probability, accuracy: accuracy)
  }
}
