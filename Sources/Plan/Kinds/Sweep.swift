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
      """)

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

extension OptionDecoder {
  /// The sets of examples that a measure is of.
  fileprivate func setsJudged(by measure: SweepMeasure) -> [SetReference] {
    measure.steps.compactMap { scope.directory[$0.name]?.declaration?.judgement?.examples }
  }

  fileprivate mutating func requiredMeasures() -> [SweepMeasure]? {
    guard let option = written(Sweep.measure.key) else {
      _ = value(Sweep.measure)
      return nil
    }
    set(Sweep.measure.key, to: option.value.text)
    return measures(option)
  }

  /// The measure that `best` names.
  fileprivate mutating func best(_ measures: [SweepMeasure]) -> Sweep.Best? {
    guard let text = optional(Sweep.bestOption) else { return nil }
    var words = text.split(separator: " ").map(String.init)
    let direction = words.count == 2 ? words.removeFirst() : nil
    guard words.count == 1, direction == nil || ["lowest", "highest"].contains(direction),
      let place = measures.firstIndex(where: { $0.name == words[0] })
    else {
      diagnose(
        "'\(text)' is none of the measures", at: Sweep.bestOption.key,
        help: "they are \(measures.map(\.name).listed(with: "and"))")
      return nil
    }
    if direction == nil, measures[place].isLoss {
      diagnose(
        "it is not said whether the lowest \(text) is the best", at: Sweep.bestOption.key,
        help: "write 'lowest \(text)'")
    }
    return Sweep.Best(measure: place, isLowest: direction == "lowest")
  }

  /// The grid of some axes, where it is not too large.
  fileprivate mutating func grid(_ axes: [SweepAxis]) -> SweepGrid? {
    for key in [Sweep.variants.key, Sweep.vary.key] {
      if let option = written(key) { set(key, to: option.value.text) }
    }
    let count = SweepGrid.count(of: axes.map(\.choices.count)) ?? .max
    let place = written(Sweep.vary.key)?.value.range ?? step.kindRange
    guard expectRoom(forRuns: count, at: place) else { return nil }
    sweptRuns = max(sweptRuns, count)
    return SweepGrid(axes)
  }

  /// Throws out what is wrong with any run, and takes the steps that the runs share as inputs.
  fileprivate mutating func planRuns(_ runs: PlannedRuns) -> Bool {
    // What is wrong with a step above is told there.
    guard scope.stepsAboveAreRight else { return false }
    let planner = RunPlanner(scope)
    var used: Set<String> = []
    var shared: Set<StepID> = []
    var found: [Diagnostic] = []
    for run in runs.grid.representatives {
      let planned = runs.plan(of: run, by: planner)
      used.formUnion(planned.plan.steps.map(\.name))
      shared.formUnion(planned.unchanged)
      for diagnostic in planned.diagnostics {
        let told = diagnostic.told(of: runs.grid, run, in: step)
        if !found.contains(told) { found.append(told) }
      }
      if found.count >= Self.mostTold { break }
    }
    diagnostics += found
    guard found.isEmpty else { return false }
    for place in shared.compactMap({ scope.directory.place(of: $0.name) }).sorted() {
      take("shared", of: scope.directory.entries[place].id, as: "runs")
    }
    return expectUse(of: runs.grid, used)
  }

  /// How many different mistakes of runs are told at once.
  private static var mostTold: Int { 20 }

  /// Everything that is varied must matter to something that is measured.
  private mutating func expectUse(of grid: SweepGrid, _ used: Set<String>) -> Bool {
    let set = grid.axes.flatMap(\.choices).flatMap(\.overrides)
    guard let idle = set.first(where: { !used.contains($0.step) }) else { return true }
    diagnose(
      "nothing that is measured depends on '\(idle.step)'", at: idle.place ?? step.kindRange,
      key: Sweep.vary.key, help: "measure a value of a step that it changes")
    return false
  }

  /// No two values of a run may have one name.
  fileprivate mutating func expectNames(_ paths: [[String]]) -> Bool {
    for (index, path) in paths.enumerated() {
      guard
        let other = paths[..<index].first(where: { $0.starts(with: path) || path.starts(with: $0) })
      else { continue }
      diagnose(
        "'\(other.joined(separator: "."))' and '\(path.joined(separator: "."))' would have one name",
        at: Sweep.measure.key, help: "give the measure a name: 'NAME: STEP.VALUE'")
      return false
    }
    return true
  }
}

extension Diagnostic {
  /// The problem of a run, at the value that leads to it: elsewhere it would not be understood.
  fileprivate func told(of grid: SweepGrid, _ run: Int, in step: Step) -> Diagnostic {
    let overrides = grid.choices(of: run).flatMap(\.overrides)
    if let range, range != step.kindRange, overrides.contains(where: { $0.contains(range) }) {
      return self
    }
    return Diagnostic(
      "with \(grid.text(of: run)): \(message)", at: overrides.last?.place ?? step.kindRange,
      help: help)
  }
}
