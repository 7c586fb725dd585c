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
    let layer = try model.architecture.layer(plot.layer, of: plot.network)
    guard case .conv(let spec) = model.architecture.layers[layer] else {
      throw StepFailure(
        "layer \(layer + 1) of '\(plot.network)' is '\(model.architecture.layers[layer].text)': only a "
          + "convolution has filters",
        help: "name a layer that begins with 'conv'", option: "layer")
    }
    let channels = model.architecture.shapes[layer].channels
    guard plot.channel <= channels else {
      throw StepFailure(
        "\(channels) channels go into layer \(layer + 1), '\(spec.text)'",
        help: "write a channel from 1 to \(channels)", option: "channel")
    }
    return try StepResult(
      WeightsGrid(
        .filters, units: model.filters(ofLayer: layer, channel: plot.channel - 1),
        imageWidth: spec.kernel.width, imageHeight: spec.kernel.height, columns: plot.columns,
        title: style.title, width: style.pixels))
  }
}

extension Architecture {
  /// The layer that a figure names, counted from 0; the first convolution where it names none.
  func layer(_ number: Int?, of step: StepID) throws -> Int {
    if let number {
      guard number <= layers.count else {
        throw StepFailure(
          "'\(step)' has \(layers.count) layers", help: "write a layer from 1 to \(layers.count)",
          option: "layer")
      }
      return number - 1
    }
    let first = layers.firstIndex { if case .conv = $0 { true } else { false } }
    guard let first else {
      throw StepFailure(
        "'\(step)' has no convolution", help: "write which layer to show: 'layer: 1'",
        option: "layer")
    }
    return first
  }
}
