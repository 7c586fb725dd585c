import Datasets
import Plan
import Random
import Results

extension Execution {
  /// Divides the labelled rows into a training and a dev set.
  mutating func split(_ split: Split, _ step: PlannedStep) async throws -> StepResult {
    let rows = try draw(split)
    memory.splits[step.index] = rows
    let loaded = try await loaded(split.examples)
    let training = ExampleSet(loaded.examples, rows: rows.training).classCounts ?? []
    let dev = ExampleSet(loaded.examples, rows: rows.dev).classCounts ?? []
    return StepResult(
      values: [
        Field("training", .integer(rows.training.count)),
        Field("dev", .integer(rows.dev.count)),
        Field("scale", .number(rows.scale)),
        Field("training-counts", .list(training.map(Value.integer))),
        Field("dev-counts", .list(dev.map(Value.integer))),
      ],
      outputs: [.table(Self.countTable(training: training, dev: dev))])
  }

  /// The rows of a split: shuffled by the seed, the first ones held out.
  func draw(_ split: Split) throws -> SplitRows {
    guard case .integer(let count)? = try result(at: split.examples)["labelled"] else {
      throw StepFailure("there are no labelled rows to split")
    }
    guard split.dev < count else {
      throw StepFailure(
        "a dev set of \(grouped(split.dev)) leaves nothing of the \(grouped(count)) labelled rows to train on",
        help: "set 'dev' to less than \(count)", option: "dev")
    }
    var random = RandomState(seed: plan.seed)
    var rows = (0..<Int32(count)).map { $0 }
    if split.shuffle { random.shuffle(&rows) }
    return SplitRows(
      training: Array(rows[split.dev...]), dev: Array(rows[..<split.dev]), scale: split.scale,
      random: random)
  }

  private static func countTable(training: [Int], dev: [Int]) -> Table {
    Table(
      caption: "Images of each digit in the two sets",
      columns: [Table.Column("set", .left)] + training.indices.map { Table.Column(String($0)) }
        + [Table.Column("all")],
      rows: [("training", training), ("dev", dev)].map { name, counts in
        [name] + counts.map(grouped) + [grouped(counts.reduce(0, +))]
      })
  }
}
