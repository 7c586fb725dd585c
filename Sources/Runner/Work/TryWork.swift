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
    let network = try await inputs.network(of: step.model)
    let parameters = network.model.architecture.parameterCount
    try Self.expectRoom(network.model.architecture)
    let all = try await inputs.examples(step.examples)
    let misread = try await misread(all, network, inputs)
    let set = all.choosing(Array(0..<min(step.count, all.count)) + misread)
    let predictions = try await inputs.predictions(of: set, by: network)
    let samples = try Self.samples(of: set, predictions)
    let pad = DigitPad(
      network.model.architecture, parameters: Self.numbers(of: network.model),
      images: DigitPad.Images(
        levels: network.levels, scale: network.scale, areDarkOnLight: set.areDarkOnLight),
      classNames: network.classNames, samples: samples)
    return Yield(
      StepResult(
        values: [
          Field("parameters", .integer(parameters)),
          Field("samples", .list(Self.records(of: set, predictions))),
          Field("misread", .integer(misread.count)),
        ],
        outputs: [.pad(pad)]))
  }

  /// The places of the first images that the network misreads, beyond those that are samples anyway.
  private func misread(_ set: ScaledSet, _ network: TrainedNetwork, _ inputs: StepInputs)
    async throws -> [Int]
  {
    guard step.misread > 0 else { return [] }
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(set.name) set has no labels to tell misread images by",
        help: "leave 'misread' out, or take a set with labels", option: "misread")
    }
    let predictions = try await inputs.predictions(of: set, by: network)
    let places = (min(step.count, set.count)..<set.count).lazy.filter {
      predictions.classes[$0] != Int(labels[$0])
    }
    return Array(places.prefix(step.misread))
  }

  /// Throws where a page cannot take a network in.
  static func expectRoom(_ architecture: Architecture) throws(StepFailure) {
    let parameters = architecture.parameterCount
    guard parameters > Try.mostParameters else { return }
    throw StepFailure(
      "\(grouped(parameters)) weights make the page too large; "
        + "a page takes \(grouped(Try.mostParameters))",
      help: "name a smaller network with 'model'", option: "model")
  }

  /// The weights and biases of each layer, tensor by tensor.
  private static func numbers(of model: Model) -> [[[UInt8]]] {
    model.architecture.layers.indices.map { layer in
      model.parameters.tensors(ofLayer: layer).map { littleEndian($0.numbers) }
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
            set.shades(ofImage: index), width: set.form.width, channels: set.form.channels))
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

extension ScaledSet {
  /// An image for a PNG: levels from 0 to 255, the channels of a pixel side by side.
  fileprivate func shades(ofImage index: Int) -> [UInt8] {
    let levels = examples.image(at: index)
    let plane = form.width * form.height
    return (0..<levels.count).map { place in
      let level = levels[place % form.channels * plane + place / form.channels]
      return UInt8((Int(level) * 255 + form.levels / 2) / form.levels)
    }
  }

  /// Whether the images show dark on light: by the pixels along their edges, of which more than half
  /// are then in the upper half of the levels.
  fileprivate var areDarkOnLight: Bool {
    var (light, all) = (0, 0)
    let plane = form.width * form.height
    for index in 0..<min(count, 100) {
      for (place, level) in examples.image(at: index).enumerated() {
        let (row, column) = (place % plane / form.width, place % form.width)
        guard row == 0 || column == 0 || row == form.height - 1 || column == form.width - 1 else {
          continue
        }
        all += 1
        light += Int(level) * 2 > form.levels ? 1 : 0
      }
    }
    return light * 2 > all
  }
}
