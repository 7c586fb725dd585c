package import Notebook
package import Results

/// A step with its options resolved, its inputs found and its values known by type.
package struct PlannedStep: Sendable {
  package let id: StepID
  package let kind: StepKind
  /// The step of the notebook that it belongs to; several may belong to one.
  package let written: Step
  package let declaration: any StepDeclaration
  /// Resolved options in canonical form, sorted by key; inputs are not among them.
  package let settings: [Setting]
  package let inputs: [Input]
  /// The steps whose values its expressions name.
  package let mentions: [StepID]

  package struct Setting: Sendable, Equatable {
    package let key: String
    package let value: String
  }

  /// What a step takes of an earlier one.
  package struct Input: Sendable, Equatable {
    /// The option that names it, such as "model".
    package let role: String
    package let step: StepID
    /// What is taken: "model", "training", ….
    package let part: String
  }

  package init(
    id: StepID, kind: StepKind, written: Step, declaration: any StepDeclaration,
    settings: [Setting], inputs: [Input], mentions: [StepID]
  ) {
    self.id = id
    self.kind = kind
    self.written = written
    self.declaration = declaration
    self.settings = settings
    self.inputs = inputs
    self.mentions = mentions
  }

  /// The name that expressions use.
  package var name: String { id.name }

  /// What the step's values are called and what they are.
  package var yields: [ValueType.Member] { declaration.yields }
}
