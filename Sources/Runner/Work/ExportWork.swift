import Architecture
import Digest
import Exchange
import Network
import Plan
import Results

extension WorkFinder {
  func visit(_ export: Export) -> any StepWork { ExportWork(export: export) }
}

/// Makes the file that holds a network for other tools.
struct ExportWork: StepWork {
  let export: Export

  var tellsVersion: Bool { true }

  func run(_ inputs: StepInputs) async throws -> Yield {
    let network = try await inputs.network(of: export.model)
    try expectRoom(for: network.model.architecture.parameterCount)
    guard let model = network.exchanged(details(inputs)) else {
      throw StepFailure("the network of '\(export.model)' cannot be written")
    }
    let contents =
      switch export.format {
      case .onnx: ONNXFile.bytes(of: model, producer: inputs.context.version)
      case .safetensors: SafeTensorsFile.bytes(of: model)
      case .npz: NPZFile.bytes(of: model)
      }
    let digest = SHA256.hex(of: contents)
    return Yield(
      StepResult(
        values: [
          Field("file", .text(export.file)),
          Field("bytes", .integer(contents.count)),
          Field("digest", .text(digest)),
          Field("parameters", .integer(network.model.architecture.parameterCount)),
        ],
        outputs: [.file(OutputFile(name: export.file, contents: contents, digest: digest))]))
  }

  /// Throws where a format has no places for so many numbers.
  private func expectRoom(for count: Int) throws {
    guard let most = export.format.mostNumbers, count > most else { return }
    throw StepFailure(
      "\(grouped(count)) numbers are too many for \(export.format.rawValue), which takes "
        + "\(grouped(most))", help: "write 'to: NAME.safetensors'", option: "to")
  }

  /// The version that writes the file, and the digests of what the network has learned from.
  private func details(_ inputs: StepInputs) -> [TrainedModel.Detail] {
    let digests = inputs.digestsOfData(above: export.model)
    return [.init(name: "version", text: inputs.context.version)]
      + digests.map { .init(name: "data", text: $0) }
  }
}

extension Export.Format {
  /// The numbers of a network that a file has places for; `nil` where they do not end.
  ///
  /// A message of Protocol Buffers has two gigabytes at most, a zip archive without its extension of
  /// 64 bits four; some of it are names and shapes.
  fileprivate var mostNumbers: Int? {
    switch self {
    case .onnx: 500_000_000
    case .npz: 1_000_000_000
    case .safetensors: nil
    }
  }
}

extension StepInputs {
  /// The digests of the files that a step takes something of, by way of other steps too.
  fileprivate func digestsOfData(above id: StepID) -> [String] {
    var (open, seen, digests): ([StepID], Set<StepID>, [String]) = ([id], [id], [])
    while let id = open.popLast() {
      guard let step = plan.steps.first(where: { $0.id == id }) else { continue }
      if step.declaration is Load, case .text(let digest)? = ledger.result(of: id)?["digest"] {
        digests.append(digest)
      }
      for input in step.inputs where seen.insert(input.step).inserted { open.append(input.step) }
    }
    return digests.sorted()
  }
}

extension TrainedNetwork {
  /// The network as files hold it; `nil` where it does not fit itself.
  fileprivate func exchanged(_ details: [TrainedModel.Detail]) -> TrainedModel? {
    TrainedModel(
      model.architecture,
      tensors: model.parameters.tensors.map {
        TrainedModel.Tensor(layer: $0.layer, shape: $0.shape, numbers: $0.numbers)
      }, scale: scale, levels: levels, classNames: classNames, details: details)
  }

  /// The network that a file holds; `nil` where its numbers do not fit its layers.
  init?(_ file: TrainedModel) {
    guard let parameters = Parameters(file.architecture, numbers: file.tensors.map(\.numbers))
    else {
      return nil
    }
    model = Model(file.architecture, parameters)
    scale = file.scale
    levels = file.levels
    classNames = file.classNames
    start = nil
  }
}
