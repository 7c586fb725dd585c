import Architecture
import Figures
import KernelSets
import Network
import Plan
import Results

extension FigureFinder {
  func visit(_ activations: ActivationsPlot) -> any FigureWork {
    ActivationsWork(plot: activations)
  }
}

/// Draws what a layer makes of one image.
struct ActivationsWork: FigureWork {
  let plot: ActivationsPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let network = try await inputs.network(of: plot.network)
    let architecture = network.model.architecture
    let layer = try architecture.layer(plot.layer, of: plot.network)
    let set = try await inputs.examples(plot.examples)
    guard plot.index < set.count else {
      throw StepFailure(
        "the \(set.name) set has \(set.count) images",
        help: "write an index from 0 to \(set.count - 1)", option: "index")
    }
    let images = try set.images(scale: network.scale)
    let outputs = try outputs(of: network.model, images)
    let shape = architecture.shapes[layer + 1]
    let size = shape.height * shape.width
    let chart = WeightsGrid(
      .activations,
      units: (0..<shape.channels).map { Array(outputs[layer][$0 * size..<($0 + 1) * size]) },
      imageWidth: shape.width, imageHeight: shape.height, columns: plot.columns, title: style.title,
      width: style.pixels)
    let probabilities = outputs[outputs.count - 1]
    let predicted = probabilities.firstIndex(of: probabilities.max() ?? 0) ?? 0
    return try StepResult(
      chart,
      values: [
        Field(
          "label",
          set.labels.map { .integer(Int($0[plot.index])) }
            ?? .unknown(because: "the set has no labels")),
        Field("predicted", .integer(predicted)),
      ])
  }

  private func outputs(of model: Model, _ images: ImageRows) throws -> [[Float]] {
    do {
      return try KernelSet.best.kernels.outputs(of: model, images, at: plot.index)
    } catch {
      throw StepFailure("\(error)")
    }
  }
}
