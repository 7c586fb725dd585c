import Architecture
import Bytes
import Datasets
import Figures
import Network
import Plan
import Results

extension WorkFinder {
  func visit(_ try: Try) -> any StepWork { TryWork(step: `try`) }
}

/// Gathers a network and some images for the page, where readers try it.
struct TryWork: StepWork {
  let step: Try

  func run(_ inputs: StepInputs) async throws -> Yield {
    let set = try await inputs.examples(step.examples).prefix(step.count)
    let network = try await inputs.network(of: step.model)
    let parameters = network.model.architecture.parameterCount
    guard parameters <= Try.mostParameters else {
      throw StepFailure(
        "\(grouped(parameters)) weights make the page too large; "
          + "a page takes \(grouped(Try.mostParameters))",
        help: "name a smaller network with 'model'", option: "model")
    }
    guard set.width == set.height else {
      throw StepFailure(
        "images of \(set.width) × \(set.height) pixels cannot be drawn; the pad is square",
        option: "from")
    }
    let predictions = try await inputs.predictions(of: set, by: network)
    let samples = try Self.samples(of: set, predictions)
    let pad = DigitPad(
      network.model.architecture, parameters: Self.numbers(of: network.model),
      scale: network.scale, samples: samples)
    return Yield(
      StepResult(
        values: [
          Field("parameters", .integer(parameters)),
          Field("samples", .list(Self.records(of: set, predictions))),
        ],
        outputs: [.pad(pad)]))
  }

  /// The weights and biases of each layer, tensor by tensor.
  private static func numbers(of model: Model) -> [[[UInt8]]] {
    model.architecture.layers.indices.map { layer in
      model.parameters.tensors.filter { $0.layer == layer }.map { littleEndian($0.numbers) }
    }
  }

  private static func littleEndian(_ numbers: [Float]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(numbers)
    return writer.bytes
  }

  private static func samples(of set: ScaledSet, _ predictions: Predictions) throws
    -> [DigitPad.Sample]
  {
    let labels = set.labels
    let probabilities = predictions.winningProbabilities
    do {
      return try (0..<set.count).map { index in
        DigitPad.Sample(
          label: labels.map { Int($0[index]) }, predicted: predictions.classes[index],
          probability: probabilities[index],
          image: try PNGEncoder.stored(
            grey: Array(set.examples.image(at: index)), width: set.width))
      }
    } catch {
      throw StepFailure("\(error)")
    }
  }

  private static func records(of set: ScaledSet, _ predictions: Predictions) -> [Value] {
    let labels = set.labels
    let classes = predictions.classCount
    return (0..<set.count).map { index in
      let probabilities = predictions.probabilities[index * classes..<(index + 1) * classes]
      return .record([
        Field(
          "label",
          labels.map { .integer(Int($0[index])) } ?? .unknown(because: "the set has no labels")),
        Field("predicted", .integer(predictions.classes[index])),
        Field(
          "probabilities",
          .list(probabilities.map { .number(Double(String(describing: $0)) ?? 0) })),
      ])
    }
  }
}
