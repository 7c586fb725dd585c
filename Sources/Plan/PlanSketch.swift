package import Expressions
import Files
package import Notebook
package import Results

/// What is known of a notebook that may be wrong in places: for editors, which ask while it is
/// written.
package struct PlanSketch: Sendable {
  package let notebook: Notebook
  /// In the order of the notebook.
  package let steps: [SketchedStep]
  /// The steps as expressions see them.
  package let schema: StepSchema

  /// What a plan says: everything is known.
  package init(_ plan: Plan) {
    notebook = plan.notebook
    let planned = Dictionary(plan.steps.map { ($0.id, $0) }) { first, _ in first }
    steps = plan.notebook.steps.compactMap { written in
      planned[StepID(written.name)].map { step in
        SketchedStep(
          id: step.id, kind: step.kind, written: written, planned: step, yields: step.yields)
      }
    }
    schema = StepSchema(
      steps.map { step in
        ValueType.Member(
          step.name, .record(step.yields), step.kind.declaration.documentation.summary)
      })
  }

  package init(_ notebook: Notebook) {
    var planning = Planning(
      notebook: notebook, overrides: .none,
      readable: ReadableFolders(notebookFolder: notebook.folder))
    _ = planning.steps()
    let entries = planning.directory.entries
    self.notebook = notebook
    steps = zip(notebook.steps, entries).map { written, entry in
      SketchedStep(
        id: entry.id, kind: entry.kind, written: written, planned: entry.planned,
        yields: entry.yields)
    }
    schema = StepSchema(entries.map(\.member))
  }
}

/// A step by what it is, and as it is planned where its options are right.
package struct SketchedStep: Sendable {
  package let id: StepID
  package let kind: StepKind
  package let written: Step
  /// `nil` where something is wrong with it.
  package let planned: PlannedStep?
  /// What its values are called and what they are, as far as that is known.
  package let yields: [ValueType.Member]

  package var name: String { id.name }

  /// Whether later steps can take something of it.
  package func provides(_ provision: Provision) -> Bool {
    (planned?.declaration.provides ?? kind.declaration.provides).contains(provision)
  }
}
