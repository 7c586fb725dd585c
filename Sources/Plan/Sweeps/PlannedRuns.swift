package import Results

/// The runs of other steps that a step owns.
package struct PlannedRuns: Sendable, Equatable {
  package let grid: SweepGrid
  package let measures: [SweepMeasure]

  package init(_ grid: SweepGrid, _ measures: [SweepMeasure]) {
    self.grid = grid
    self.measures = measures
  }

  /// The steps whose values are taken of every run.
  package var measured: [StepID] {
    measures.flatMap(\.steps).reduce(into: []) { steps, step in
      if !steps.contains(step) { steps.append(step) }
    }
  }

  /// The measure of a name.
  package func measure(named name: String) -> SweepMeasure? {
    measures.first { $0.name == name }
  }

  /// The plan of a run.
  package func plan(of run: Int, by planner: RunPlanner) -> RunPlanner.RunPlan {
    planner.plan(grid.choices(of: run), for: measured)
  }
}
