import Architecture
import Figures
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
    let layer = try architecture.place(of: plot.choice)
    let set = try await inputs.examples(plot.examples)
    try Self.expect(plot, within: set.count)
    let images = try set.images(scale: network.scale)
    let outputs = try outputs(of: network.model, images, inputs.context.kernels)
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

  /// Throws where the image is not among so many.
  static func expect(_ plot: ActivationsPlot, within count: Int) throws(StepFailure) {
    guard plot.index >= count else { return }
    throw StepFailure(
      "the \(plot.examples.set) set has \(count) images",
      help: "write an index from 0 to \(count - 1)", option: "index")
  }

  private func outputs(
    of model: Model, _ images: ImageRows, _ kernels: any NetworkKernels
  ) throws -> [[Float]] {
    do {
      return try kernels.outputs(of: model, images, at: plot.index)
    } catch {
      throw StepFailure("\(error)")
    }
  }
}
