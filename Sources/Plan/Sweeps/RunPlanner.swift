import Expressions
package import Notebook
package import Results

/// Plans steps of a notebook with some options changed, as `--set` would: what does not change is
/// not planned again.
package struct RunPlanner: Sendable {
  private let base: Scope
  private let seed: UInt32

  /// Plans steps that stand above the one that sees `scope`.
  init(_ scope: Scope) {
    base = scope
    seed = scope.overrides.seed ?? scope.notebook.frontMatter.seed
  }

  /// Plans steps of a notebook whose plan is made.
  package init(_ plan: Plan) {
    var directory = StepDirectory(plan.steps.map { ($0.id, $0.kind) })
    for (index, step) in plan.steps.enumerated() { directory.take(step, at: index) }
    let schema = StepSchema(
      plan.steps.filter { $0.kind.declaration.timing == .inOrder }.map { step in
        ValueType.Member(
          step.name, .record(step.yields), step.kind.declaration.documentation.summary)
      })
    self.init(
      Scope(
        directory: directory, schema: schema, index: plan.steps.count, readable: plan.readable,
        overrides: plan.overrides, notebook: plan.notebook))
  }

  /// The plan of a run: the steps that are wanted with all that they need, in order.
  package struct RunPlan: Sendable {
    package let plan: Plan
    /// The steps whose results are those of the notebook's own run.
    package let unchanged: Set<StepID>
    /// What is wrong; the steps that it is about are missing from the plan.
    package let diagnostics: [Diagnostic]
  }

  /// Plans a run of a sweep.
  package func plan(_ choices: [SweepAxis.Choice], for wanted: [StepID]) -> RunPlan {
    let changes = choices.flatMap(\.overrides)
    let newSeed = choices.compactMap(\.seed).last
    let overrides = base.overrides.joined(with: changes, seed: newSeed)
    var pending = Set(wanted.compactMap { base.directory.place(of: $0.name) })
    var found: [(index: Int, step: PlannedStep)] = []
    var diagnostics: [Diagnostic] = []
    while let index = pending.max() {
      pending.remove(index)
      let entry = base.directory.entries[index]
      guard let known = entry.planned else { continue }
      var step: PlannedStep? = known
      if changes.contains(where: { $0.step == entry.name }) {
        let attempt = PlanningAttempt(
          known.written, entry.kind, entry.id, in: base.moved(to: index), overrides)
        step = attempt.step
        diagnostics += attempt.diagnostics
      }
      if let step { found.append((index, step)) }
      // What a step needs is looked at where the step is wrong, too: it may be wrong itself.
      for input in (step ?? known).inputs {
        if let place = base.directory.place(of: input.step.name), place < index {
          pending.insert(place)
        }
      }
    }
    let steps = found.sorted { $0.index < $1.index }.map(\.step)
    let hasNewSeed = newSeed.map { $0 != seed } ?? false
    return RunPlan(
      plan: Plan(base.notebook, overrides, steps, [], readable: base.readable),
      unchanged: Self.unchanged(steps, changes, hasNewSeed: hasNewSeed), diagnostics: diagnostics)
  }

  /// The steps that nothing touches: no option, no seed that they draw by, no step that they need.
  private static func unchanged(_ steps: [PlannedStep], _ changes: [Override], hasNewSeed: Bool)
    -> Set<StepID>
  {
    var unchanged: Set<StepID> = []
    for step in steps {
      let isSet = changes.contains { $0.step == step.name }
      let drawsAnew = hasNewSeed && step.kind.declaration.drawsAtRandom
      let needsOnlyUnchanged = step.inputs.allSatisfy { unchanged.contains($0.step) }
      if !isSet, !drawsAnew, needsOnlyUnchanged { unchanged.insert(step.id) }
    }
    return unchanged
  }
}
