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
    let first = network.model.architecture.layers[0]
    guard first.units != nil else {
      throw StepFailure(
        "the first layer of '\(plot.network)' is '\(first.text)': only a layer whose units see the "
          + "whole image has weights that make an image",
        help: "name a network that begins with such a layer, as '10 relu'", option: "of")
    }
    return try StepResult(
      WeightsGrid(
        units: network.model.firstLayerWeights, imageWidth: images.width,
        imageHeight: images.height, columns: plot.columns, title: style.title,
        width: style.pixels))
  }
}
