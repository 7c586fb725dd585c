import Datasets
import Language
import Plan
import Random
import Results

extension WorkFinder {
  func visit(_ split: Split) -> any StepWork { SplitWork(split: split) }
}

/// Divides the labelled rows into a training and a dev set.
struct SplitWork: StepWork {
  let split: Split

  func run(_ inputs: StepInputs) async throws -> Yield {
    let sets = try await draw(inputs)
    let training = ExampleSet(sets.examples, rows: sets.training).classCounts ?? []
    let dev = ExampleSet(sets.examples, rows: sets.dev).classCounts ?? []
    let names = sets.examples.classes.names
    let table = ClassCountTable(
      [(.text("training"), training), (.text("dev"), dev)], names: names
    ).withTotals(caption: "Images of each class in the two sets")
    let result = StepResult(
      values: [
        Field("training", .integer(sets.training.count)),
        Field("dev", .integer(sets.dev.count)),
        Field("scale", .number(sets.scale)),
        Field("training-counts", .list(training.map(Value.integer))),
        Field("dev-counts", .list(dev.map(Value.integer))),
      ],
      outputs: [.table(table)])
    return Yield(result, handOver: .examples(sets))
  }

  func handOver(_ inputs: StepInputs) async throws -> HandOver {
    .examples(try await draw(inputs))
  }

  static func tooLarge(_ split: Split, for count: Int) -> StepFailure {
    StepFailure(
      "a dev set of \(grouped(split.dev)) leaves nothing of the \(counted(count, "labelled row")) to train on",
      help: "set 'dev' to less than \(count)", option: "dev")
  }

  /// The rows: shuffled by the seed, the first ones held out.
  private func draw(_ inputs: StepInputs) async throws -> SplitExamples {
    guard case .integer(let count)? = try inputs.result(of: split.examples)["labelled"],
      let last = Int32(exactly: count)
    else {
      throw StepFailure("there are no labelled rows to split")
    }
    guard split.dev < count else {
      throw Self.tooLarge(split, for: count)
    }
    let reference = SetReference(step: split.examples, set: .labelled)
    let examples = try await inputs.examples(reference).examples.examples
    var random = RandomState(seed: split.seed ?? inputs.seed)
    var rows = (0..<last).map { $0 }
    if split.shuffle { random.shuffle(&rows) }
    return SplitExamples(
      examples: examples, training: Array(rows[split.dev...]), dev: Array(rows[..<split.dev]),
      scale: split.scale ?? examples.form.fullScale, random: random)
  }
}

/// The two sets of a split, and the random draws that it leaves to later steps.
struct SplitExamples: ExampleSource {
  let examples: Examples
  let training: [Int32]
  let dev: [Int32]
  let scale: Double
  let random: RandomState

  func set(_ name: ExampleSetName) -> ScaledSet? {
    let rows: [Int32]
    switch name {
    case .training: rows = training
    case .dev: rows = dev
    default: return nil
    }
    return ScaledSet(name: name, examples: ExampleSet(examples, rows: rows), scale: scale)
  }

  func random(seed: UInt32) -> RandomState { random }
}
