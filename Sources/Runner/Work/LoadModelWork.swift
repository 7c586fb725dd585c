import Architecture
import Datasets
import Digest
import Exchange
import Files
import Language
import Network
import Plan
import Results

/// Reads a network that was trained elsewhere, and tells what it is.
struct LoadModelWork: StepWork {
  let path: String

  /// The largest file that is read.
  private static let largest = 1 << 30

  func expectReadableFiles(_ context: RunContext) throws { _ = try Self.network(path, context) }

  func run(_ inputs: StepInputs) async throws -> Yield {
    let network = try Self.network(path, inputs.context)
    let architecture = network.model.architecture
    let input = architecture.input
    let names = network.classNames ?? (0..<architecture.classes).map(String.init)
    let digests = inputs.files.map(\.digest).joined()
    let values: [Field] = [
      Field("classes", .integer(architecture.classes)),
      Field("class-names", .list(names.map(Value.text))),
      Field("width", .integer(input.width)),
      Field("height", .integer(input.height)),
      Field("pixels", .integer(input.width * input.height)),
      Field("channels", .integer(input.channels)),
      Field("levels", .integer(network.levels)),
      Field("digest", .text(SHA256.hex(of: Array(digests.utf8)))),
      Field("files", .list(inputs.files.map(\.record))),
      Field("parameters", .integer(architecture.parameterCount)),
    ]
    return Yield(
      StepResult(values: values, outputs: [.table(Self.table(architecture))]),
      handOver: .network(network))
  }

  func handOver(_ inputs: StepInputs) async throws -> HandOver {
    .network(try Self.network(path, inputs.context))
  }

  /// The network that a file holds.
  static func network(_ path: String, _ context: RunContext) throws -> TrainedNetwork {
    let place = try context.readablePath(path, option: "model")
    do {
      let isNumPy = path.lowercased().hasSuffix(".npz")
      let file = try isNumPy ? arrays(place, context) : tensors(place, context)
      guard let network = TrainedNetwork(file) else { throw ModelFileError.notFinite }
      return network
    } catch let error as ModelFileError {
      throw StepFailure("\(path): \(error)", help: error.help, option: "model")
    } catch let error as DatasetError {
      throw StepFailure(error.message, help: error.help, option: "model")
    } catch let error as FileError {
      throw StepFailure(
        "\(path): \(error.reason.message)", help: error.namingHelp, option: "model")
    }
  }

  private static func tensors(_ place: String, _ context: RunContext) throws -> TrainedModel {
    let file = try RegularFile(place)
    // The bytes of the file, and the numbers beside them.
    try expectMemory(2 * min(file.size, largest), context)
    return try SafeTensorsFile.model(file.contents(atMost: largest))
  }

  private static func arrays(_ place: String, _ context: RunContext) throws -> TrainedModel {
    let file = try NumPyArchive(place, isCancelled: context.isCancelled)
    // A number in 64 bits, room for as many as an array that grows has had and has, and in 32 bits.
    let number = 3 * MemoryLayout<Double>.size + MemoryLayout<Float>.size
    let most = min(largest / MemoryLayout<Float>.size, context.memory / number)
    return try NPZFile.model(
      file.contents(atMost: most).mapValues { contents in
        switch contents {
        case .numbers(let numbers, let shape): .numbers(numbers, shape: shape)
        case .texts(let texts): .texts(texts)
        }
      })
  }

  private static func expectMemory(_ needed: Int, _ context: RunContext) throws(StepFailure) {
    try context.expectMemory(
      needed, beside: 0, for: "reading the network", help: "name a smaller network",
      option: "model")
  }

  /// The layers, what comes out of each, and its weights and biases.
  private static func table(_ architecture: Architecture) -> StepTable {
    let counts = architecture.parameterCounts
    return StepTable(
      caption: "The layers of the network",
      columns: [.init("layer", .left), .init("output"), .init("parameters")],
      rows: architecture.layers.indices.map { index in
        [
          architecture.layers[index].text, "\(architecture.shapes[index + 1])",
          grouped(counts[index]),
        ].map { .text($0) }
      })
  }
}
