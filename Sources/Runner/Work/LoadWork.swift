import Datasets
import Digest
import Language
import Plan
import Random
import Results

extension WorkFinder {
  func visit(_ load: Load) -> any StepWork {
    if case .model(let path) = load.source { return LoadModelWork(path: path) }
    return LoadWork(load: load)
  }
}

/// Reads images and labels, and tells what they are.
struct LoadWork: StepWork {
  let load: Load

  func expectReadableFiles(_ context: RunContext) throws { _ = try load.outline(context) }

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
      Field("class-names", .list(counts.indices.map { .text(examples.classes.name(of: $0)) })),
      Field("width", .integer(examples.width)),
      Field("height", .integer(examples.height)),
      Field("pixels", .integer(examples.width * examples.height)),
      Field("channels", .integer(examples.form.channels)),
      Field("levels", .integer(examples.form.levels)),
      Field("counts", .list(counts.map(Value.integer))),
      Field("digest", .text(SHA256.hex(of: Array(digests.utf8)))),
      Field("files", .list(inputs.files.map(\.record))),
    ]
    let caption = examples.notes.reduce("Labelled images of each class") { caption, note -> Words in
      "\(caption); \(note.fact)"
    }
    let table = ClassCountTable(counts, names: examples.classes.names).withShares(caption: caption)
    return Yield(
      StepResult(
        values: values, outputs: [.table(table)],
        warnings: examples.notes.compactMap { note in
          note.help.map { StepWarning(note.fact, help: $0) }
        }), handOver: .examples(loaded))
  }

  func handOver(_ inputs: StepInputs) async throws -> HandOver {
    .examples(try read(inputs.context))
  }

  private func read(_ context: RunContext) throws -> LoadedExamples {
    let examples: Examples
    do {
      examples = try load.files(context)
        .read(
          threads: context.threads, memory: context.memory, isCancelled: context.isCancelled)
    } catch let error as DatasetError {
      if context.isCancelled() { throw Interruption() }
      throw load.failure(error, context)
    }
    let labelled = load.labelled ?? examples.trainingCount
    guard labelled <= examples.count else {
      throw Self.tooManyLabelled(labelled, of: examples.count)
    }
    return LoadedExamples(examples: examples, labelled: labelled)
  }

  static func tooManyLabelled(_ labelled: Int, of rows: Int) -> StepFailure {
    StepFailure(
      "labelled: \(grouped(labelled)) is more than the \(counted(rows, "row")) of the files",
      help: "set it to at most \(rows)", option: "labelled")
  }
}

extension Provenance.InputFile {
  /// The file as a step yields it.
  var record: Value {
    .record([
      Field("path", .text(path)), Field("bytes", .integer(byteCount)),
      Field("digest", .text(digest)),
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
