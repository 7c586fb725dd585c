package import Results

/// A step with its options resolved, its inputs found and its values known by type.
package struct PlannedStep: Sendable {
  /// Its place among the notebook's steps.
  package let index: Int
  package let name: String
  package let kind: StepKind
  package let operation: Operation
  /// Resolved options in canonical form, sorted by key; inputs are not among them.
  package let settings: [Setting]
  package let inputs: [Input]

  package struct Setting: Sendable, Equatable {
    package let key: String
    package let value: String
  }

  /// What a step takes of an earlier one.
  package struct Input: Sendable, Equatable {
    /// The option that names it, such as "model".
    package let role: String
    /// The index of the step.
    package let step: Int
    /// What is taken: "model", "training", ….
    package let part: String
  }

  /// What the step does.
  package enum Operation: Sendable, Equatable {
    case load(Load)
    case split(Split)
    case train(Train)
    case evaluate(Evaluate)
    case plot(Plot)
    case predict(Predict)
    case `try`(Try)
    case source(SourceListing)
    case check(Check)
  }

  /// What the step's values are called and what they are.
  package var yields: [ValueType.Member] { operation.yields }
}

extension PlannedStep.Operation {
  package var yields: [ValueType.Member] {
    switch self {
    case .load: Load.yields
    case .split: Split.yields
    case .train: Train.yields
    case .evaluate: Evaluate.yields
    case .plot(let plot): plot.yields
    case .predict: Predict.yields
    case .try: Try.yields
    case .source: SourceListing.yields
    case .check: Check.yields
    }
  }
}
