import Notebook
import Results

extension OptionDecoder {
  /// The sets of examples that a measure is of.
  func setsJudged(by measure: SweepMeasure) -> [SetReference] {
    measure.steps.compactMap { scope.directory[$0.name]?.declaration?.judgement?.examples }
  }

  mutating func requiredMeasures() -> [SweepMeasure]? {
    guard let option = written(Sweep.measure.key) else {
      _ = value(Sweep.measure)
      return nil
    }
    set(Sweep.measure.key, to: option.value.text)
    return measures(option)
  }

  /// The measure that `best` names.
  mutating func best(_ measures: [SweepMeasure]) -> Sweep.Best? {
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
  mutating func grid(_ axes: [SweepAxis]) -> SweepGrid? {
    for key in [Sweep.variants.key, Sweep.vary.key] {
      if let option = written(key) { set(key, to: option.value.text) }
    }
    let count = SweepGrid.count(of: axes.map(\.choices.count)) ?? .max
    let place = written(Sweep.vary.key)?.value.range ?? step.kindRange
    guard expectRoom(forRuns: count, at: place) else { return nil }
    sweptRuns = count
    return SweepGrid(axes)
  }

  /// Throws out what is wrong with any run, and takes the steps that the runs share as inputs.
  mutating func planRuns(_ runs: PlannedRuns) -> Bool {
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
  static var mostTold: Int { 20 }

  /// Everything that is varied must matter to something that is measured.
  mutating func expectUse(of grid: SweepGrid, _ used: Set<String>) -> Bool {
    let set = grid.axes.flatMap(\.choices).flatMap(\.overrides)
    guard let idle = set.first(where: { !used.contains($0.step) }) else { return true }
    diagnose(
      "nothing that is measured depends on '\(idle.step)'", at: idle.place ?? step.kindRange,
      key: Sweep.vary.key, help: "measure a value of a step that it changes")
    return false
  }

  /// No two values of a run may have one name.
  mutating func expectNames(_ paths: [[String]]) -> Bool {
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
  func told(of grid: SweepGrid, _ run: Int, in step: Step) -> Diagnostic {
    let overrides = grid.choices(of: run).flatMap(\.overrides)
    if let range, range != step.kindRange, overrides.contains(where: { $0.contains(range) }) {
      return self
    }
    return Diagnostic(
      "with \(grid.text(of: run)): \(message)", at: overrides.last?.place ?? step.kindRange,
      help: help)
  }
}
