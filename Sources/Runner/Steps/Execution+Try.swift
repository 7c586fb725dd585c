import Architecture
import Datasets
import Figures
import Network
import Plan
import Results

extension Execution {
  /// Gathers a network and some images for the page, where readers try it.
  mutating func tryOut(_ step: Try) async throws -> StepResult {
    let set = try await exampleSet(step.examples).prefix(step.count)
    let network = try await network(of: step.model)
    let parameters = network.model.architecture.parameterCount
    guard parameters <= Try.mostParameters else {
      throw StepFailure(
        "\(parameters) weights make the page too large; a page takes \(Try.mostParameters)",
        help: "name a smaller network with 'model'", option: "model")
    }
    let (width, height) = (set.examples.width, set.examples.height)
    guard width == height else {
      throw StepFailure(
        "images of \(width) × \(height) pixels cannot be drawn; the pad is square", option: "from")
    }
    let predictions = try await predictions(of: set, by: network)
    let samples = try (0..<set.count).map { try sample($0, of: set, predictions) }
    return StepResult(
      values: [
        Field("parameters", .integer(parameters)),
        Field("samples", .list((0..<set.count).map { record($0, of: set, predictions) })),
      ],
      outputs: [
        .pad(
          DigitPad(
            network.model.architecture, parameters: numbers(of: network.model),
            scale: network.scale, samples: samples))
      ])
  }

  private func numbers(of model: Model) -> [[[UInt8]]] {
    model.architecture.layers.indices.map { layer in
      model.parameters.tensors.filter { $0.layer == layer }.map { littleEndian($0.numbers) }
    }
  }

  private func littleEndian(_ numbers: [Float]) -> [UInt8] {
    numbers.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt32($0))) }
    }
  }

  private func sample(_ index: Int, of set: ExampleSet, _ predictions: Predictions) throws
    -> DigitPad.Sample
  {
    do {
      return DigitPad.Sample(
        label: set.labels.map { Int($0[index]) }, predicted: predictions.classes[index],
        probability: predictions.winningProbabilities[index],
        image: try PNGEncoder.stored(
          grey: Array(set.image(at: index)), width: set.examples.width))
    } catch {
      throw StepFailure("\(error)")
    }
  }

  private func record(_ index: Int, of set: ExampleSet, _ predictions: Predictions) -> Value {
    let classes = predictions.classCount
    let probabilities = predictions.probabilities[index * classes..<(index + 1) * classes]
    return .record([
      Field(
        "label",
        set.labels.map { .integer(Int($0[index])) } ?? .unknown(because: "the set has no labels")),
      Field("predicted", .integer(predictions.classes[index])),
      Field(
        "probabilities", .list(probabilities.map { .number(Double(String(describing: $0)) ?? 0) })),
    ])
  }
}
