import Datasets
import Digest
import Plan
import Results

extension Execution {
  /// Reads images and labels, and tells what they are.
  mutating func load(_ load: Load, _ step: PlannedStep) async throws -> StepResult {
    let loaded = try await read(load)
    memory.loaded[step.index] = loaded
    let examples = loaded.examples
    let labelled = ExampleSet(examples, rows: 0..<loaded.labelled)
    guard let counts = labelled.classCounts else {
      throw StepFailure(
        "not all of the first \(grouped(loaded.labelled)) rows have labels",
        help: "set 'labelled' to at most the rows of the labelled file", option: "labelled")
    }
    let files = schedule.files[step.index]
    let values: [Field] = [
      Field("rows", .integer(examples.count)),
      Field("labelled", .integer(loaded.labelled)),
      Field("test", .integer(examples.count - loaded.labelled)),
      Field("classes", .integer(counts.count)),
      Field("width", .integer(examples.width)),
      Field("height", .integer(examples.height)),
      Field("pixels", .integer(examples.width * examples.height)),
      Field("counts", .list(counts.map(Value.integer))),
      Field("digest", .text(SHA256.hex(of: Array(files.map(\.digest).joined().utf8)))),
      Field("files", .list(files.map(Self.fileRecord))),
    ]
    return StepResult(values: values, outputs: [.table(Self.countTable(counts))])
  }

  /// Reads the files that a load step names.
  func read(_ load: Load) async throws -> LoadedExamples {
    let examples = try examples(of: load)
    let labelled = load.labelled ?? examples.trainingCount
    guard labelled <= examples.count else {
      throw StepFailure(
        "labelled: \(grouped(labelled)) is more than the \(grouped(examples.count)) rows of the files",
        help: "set it to at most \(examples.count)", option: "labelled")
    }
    return LoadedExamples(examples: examples, labelled: labelled)
  }

  private func examples(of load: Load) throws -> Examples {
    do {
      switch load.source {
      case .idx(let folder):
        return try IDXFiles(folder: context.path(folder)).read()
      case .csv(let labelled, let test):
        return try CSVFiles(labelled: context.path(labelled), test: test.map(context.path))
          .read(threads: context.threads)
      }
    } catch {
      throw context.failure(error, load)
    }
  }

  private static func fileRecord(_ file: Provenance.InputFile) -> Value {
    .record([
      Field("path", .text(file.path)), Field("bytes", .integer(file.byteCount)),
      Field("digest", .text(file.digest)),
    ])
  }

  private static func countTable(_ counts: [Int]) -> Table {
    let total = counts.reduce(0, +)
    return Table(
      caption: "Labelled images of each digit",
      columns: [Table.Column("digit", .left)] + counts.indices.map { Table.Column(String($0)) },
      rows: [
        ["images"] + counts.map(grouped),
        ["share"] + counts.map { percent(total > 0 ? Double($0) / Double(total) : nil) },
      ])
  }
}
