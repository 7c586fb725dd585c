package import Notebook
package import Results

/// Runs steps above it again and again with options or seeds changed, and measures each run.
package struct Sweep: StepDeclaration {
  package let grid: SweepGrid
  package let measures: [SweepMeasure]
  /// Which of the measures says what is best.
  package let best: Best?
  /// The sets of examples on which the best is the best.
  private let chosenBy: [SetReference]

  package struct Best: Sendable, Equatable {
    /// Its place among the measures.
    package let measure: Int
    package let isLowest: Bool
  }

  static let vary = OptionDeclaration<String>(
    "vary",
    .text(
      "a mapping of STEP.OPTION or seed to a list of values, or to a range such as '0 to 19'",
      naming: .optionsOfSteps),
    .optional, "what is varied; every combination is a run")
  static let variants = OptionDeclaration<String>(
    "variants",
    .text(
      "a mapping of names to mappings of STEP.OPTION to a value", naming: .optionsOfSteps),
    .optional,
    "several options that change together, by name; combined with what 'vary' says")
  static let measure = OptionDeclaration<String>(
    "measure",
    .text(
      "STEP.VALUE or a list of such, or a mapping of names to expressions", naming: .expressions),
    .required, "the numbers that are taken of every run")
  static let bestOption = OptionDeclaration<String>(
    "best", .text("a measure, or 'lowest' and a measure", naming: .expressions), .optional,
    "the measure by which values tell the best: the highest mean, unless it says lowest")

  package static let syntax = StepSyntax("sweep", showsOptions: true, tables: 1)
  package static let documentation = StepDocumentation(
    summary: "Runs steps above it with options or seeds varied, and measures each run.",
    options: [
      vary.documentation, variants.documentation, measure.documentation,
      bestOption.documentation,
    ],
    example: """
      vary:
        train.layers: [[10 relu, 10 softmax], [32 relu, 10 softmax]]
        seed: 0 to 4
      measure: [train.accuracy, dev.accuracy]
      best: dev.accuracy
      """,
    yields: documentedMembers)

  package static let yields = DeclaredYields.byOptions
  package static let drawsAtRandom = false
  package static let provides: [Provision] = [.runs]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    for key in [Self.vary.key, Self.variants.key, Self.measure.key, Self.bestOption.key] {
      decoder.note(key)
    }
    let axes = decoder.axes()
    let measures = decoder.requiredMeasures()
    guard let axes, let measures else { return nil }
    let best = decoder.best(measures)
    guard !decoder.hasProblems, let grid = decoder.grid(axes),
      decoder.planRuns(PlannedRuns(grid, measures)),
      decoder.expectNames(axes.map(\.path) + measures.map(\.path))
    else { return nil }
    self.grid = grid
    self.measures = measures
    self.best = best
    chosenBy = best.map { decoder.setsJudged(by: measures[$0.measure]) } ?? []
    for set in chosenBy { decoder.warnOfChoosing(by: set, at: Self.bestOption.key) }
  }

  package var version: Int { 2 }
  package var provides: [Provision] { Self.provides }
  package var yields: [ValueType.Member] { members }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var mostTables: Int { grid.groupCount > 1 ? measures.count : 1 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] {
    chosenBy.map { SetChoice($0, .best(of: grid.groupCount == 1 ? grid.count : grid.groupCount)) }
  }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { PlannedRuns(grid, measures) }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
