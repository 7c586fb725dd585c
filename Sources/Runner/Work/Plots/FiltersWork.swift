import Architecture
import Figures
import Network
import Plan
import Results

extension FigureFinder {
  func visit(_ filters: FiltersPlot) -> any FigureWork { FiltersWork(plot: filters) }
}

/// Draws what each filter of a convolution looks for.
struct FiltersWork: FigureWork {
  let plot: FiltersPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let model = try await inputs.network(of: plot.network).model
    let (layer, spec) = try Self.layer(of: plot, in: model.architecture)
    return try StepResult(
      WeightsGrid(
        .filters, units: model.filters(ofLayer: layer, channel: plot.channel - 1),
        imageWidth: spec.kernel.width, imageHeight: spec.kernel.height, columns: plot.columns,
        title: style.title, width: style.pixels))
  }

  /// The convolution that is drawn, with its place among the layers; throws where there is none, or
  /// where fewer channels go into it.
  static func layer(of plot: FiltersPlot, in architecture: Architecture) throws(StepFailure)
    -> (place: Int, spec: ConvSpec)
  {
    let place = try architecture.place(of: plot.choice)
    guard case .conv(let spec) = architecture.layers[place] else {
      throw StepFailure("'\(plot.network)' has no convolution", option: "layer")
    }
    let channels = architecture.shapes[place].channels
    guard plot.channel <= channels else {
      throw StepFailure(
        "\(channels) channels go into layer \(place + 1), '\(spec.text)'",
        help: "write a channel from 1 to \(channels)", option: "channel")
    }
    return (place, spec)
  }
}

extension Architecture {
  /// The place of the layer that a figure shows, from 0.
  func place(of choice: LayerChoice) throws(StepFailure) -> Int {
    do {
      return try choice.place(among: layers)
    } catch {
      throw StepFailure(error.message, help: error.help, option: "layer")
    }
  }
}
