import Architecture
import Figures
import Network
import Plan
import Results

extension FigureFinder {
  func visit(_ weights: WeightsPlot) -> any FigureWork { WeightsWork(plot: weights) }
}

/// Draws what each unit of the first layer looks for.
struct WeightsWork: FigureWork {
  let plot: WeightsPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let network = try await inputs.network(of: plot.network)
    let images = network.model.architecture.input
    return try StepResult(
      WeightsGrid(
        units: network.model.firstLayerWeights, imageWidth: images.width,
        imageHeight: images.height, columns: plot.columns, title: style.title,
        width: style.pixels))
  }
}
