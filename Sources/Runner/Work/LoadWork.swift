import Datasets
import Digest
import Plan
import Random
import Results

extension WorkFinder {
  func visit(_ load: Load) -> any StepWork { LoadWork(load: load) }
}

/// Reads images and labels, and tells what they are.
struct LoadWork: StepWork {
  let load: Load

  func run(_ inputs: StepInputs) async throws -> Yield {
    let loaded = try read(inputs.context)
    let examples = loaded.examples
    guard let counts = loaded.set(.labelled)?.examples.classCounts else {
      throw StepFailure(
        "not all of the first \(grouped(loaded.labelled)) rows have labels",
        help: "set 'labelled' to at most the rows of the labelled file", option: "labelled")
    }
    let digests = inputs.files.map(\.digest).joined()
    let values: [Field] = [
      Field("rows", .integer(examples.count)),
      Field("labelled", .integer(loaded.labelled)),
      Field("test", .integer(examples.count - loaded.labelled)),
      Field("classes", .integer(counts.count)),
      Field("width", .integer(examples.width)),
      Field("height", .integer(examples.height)),
      Field("pixels", .integer(examples.imageSize)),
      Field("counts", .list(counts.map(Value.integer))),
      Field("digest", .text(SHA256.hex(of: Array(digests.utf8)))),
      Field("files", .list(inputs.files.map(Self.fileRecord))),
    ]
    let table = ClassCountTable(counts).withShares(caption: "Labelled images of each digit")
    return Yield(
      StepResult(values: values, outputs: [.table(table)]), handOver: .examples(loaded))
  }

  func handOver(_ inputs: StepInputs) async throws -> HandOver {
    .examples(try read(inputs.context))
  }

  private func read(_ context: RunContext) throws -> LoadedExamples {
    let examples: Examples
    do {
      examples = try load.source.files(context)
        .read(
          threads: context.threads, memory: context.memory, isCancelled: context.isCancelled)
    } catch let error as DatasetError {
      if context.isCancelled() { throw Interruption() }
      throw load.source.failure(error, context)
    }
    let labelled = load.labelled ?? examples.trainingCount
    guard labelled <= examples.count else {
      throw StepFailure(
        "labelled: \(grouped(labelled)) is more than the \(grouped(examples.count)) rows of the files",
        help: "set it to at most \(examples.count)", option: "labelled")
    }
    return LoadedExamples(examples: examples, labelled: labelled)
  }

  private static func fileRecord(_ file: Provenance.InputFile) -> Value {
    .record([
      Field("path", .text(file.path)), Field("bytes", .integer(file.byteCount)),
      Field("digest", .text(file.digest)),
    ])
  }
}

/// The images of a load step: the first `labelled` rows are the labelled set.
struct LoadedExamples: ExampleSource {
  let examples: Examples
  let labelled: Int

  func set(_ name: ExampleSetName) -> ScaledSet? {
    let rows: Range<Int>
    switch name {
    case .labelled: rows = 0..<labelled
    case .test: rows = labelled..<examples.count
    default: return nil
    }
    return ScaledSet(name: name, examples: ExampleSet(examples, rows: rows), scale: nil)
  }

  func random(seed: UInt32) -> RandomState { RandomState(seed: seed) }
}

extension Load.Source {
  /// The files, by their format.
  func files(_ context: RunContext) throws -> any DatasetFiles {
    switch self {
    case .idx(let folder):
      let place = try context.readablePath(folder, option: "mnist")
      let files: IDXFiles
      do throws(DatasetError) {
        files = try IDXFiles(folder: place)
      } catch {
        throw failure(error, context)
      }
      // A folder that may be read can hold links that lead elsewhere.
      for path in files.paths { try context.expectReadable(path, option: "mnist") }
      return files
    case .csv(let labelled, let test):
      return CSVFiles(
        labelled: try context.readablePath(labelled, option: "csv"),
        test: try test.map { try context.readablePath($0, option: "test") })
    }
  }

  /// An error of a file, at the option that names the file.
  func failure(_ error: DatasetError, _ context: RunContext) -> StepFailure {
    let option =
      switch self {
      case .idx: "mnist"
      case .csv(_, let test?) where error.path == context.path(test): "test"
      case .csv: "csv"
      }
    if case .memory(let needed, let available) = error.problem, available == context.maxMemory {
      return StepFailure(
        "\(error.path): the images take \(memoryText(needed)) of memory, and --max-memory allows "
          + memoryText(available), help: "raise --max-memory", option: option)
    }
    return StepFailure(error.message, help: error.help, option: option)
  }
}
