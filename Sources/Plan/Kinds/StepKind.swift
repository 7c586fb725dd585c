package import Notebook

/// A kind of step: the one list of all kinds is here.
package struct StepKind: Sendable {
  package let declaration: any StepDeclaration.Type

  /// Every kind, in the order in which they are shown to people.
  package static let all = [
    StepKind(Load.self), StepKind(Split.self), StepKind(Train.self), StepKind(Evaluate.self),
    StepKind(Baseline.self), StepKind(Compare.self), StepKind(Sweep.self), StepKind(Plot.self),
    StepKind(Predict.self),
    StepKind(Export.self), StepKind(Try.self), StepKind(SourceListing.self),
    StepKind(Check.self),
  ]

  private init(_ declaration: any StepDeclaration.Type) {
    self.declaration = declaration
  }

  /// The kind whose fences begin with a word.
  package init?(named name: String) {
    guard let kind = Self.all.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// The first word of its fences.
  package var name: String { declaration.syntax.kind }

  package static let names = all.map(\.name)

  /// The kinds as the notebook's parser needs to know them.
  package static let syntaxes = all.map { kind in
    let documentation = kind.declaration.documentation
    let options = documentation.options + documentation.variants.flatMap(\.options)
    return kind.declaration.syntax.with(
      options: Set((options + OptionDocumentation.ofEveryStep).map(\.key)))
  }

  /// The kinds of which later steps can take something.
  static func kinds(providing provision: Provision) -> [StepKind] {
    all.filter { $0.declaration.provides.contains(provision) }
  }
}

/// Whoever does something with every kind of step: one that is forgotten does not compile.
package protocol StepVisitor {
  associatedtype Result

  func visit(_ load: Load) -> Result
  func visit(_ split: Split) -> Result
  func visit(_ train: Train) -> Result
  func visit(_ evaluate: Evaluate) -> Result
  func visit(_ baseline: Baseline) -> Result
  func visit(_ compare: Compare) -> Result
  func visit(_ sweep: Sweep) -> Result
  func visit(_ plot: Plot) -> Result
  func visit(_ predict: Predict) -> Result
  func visit(_ export: Export) -> Result
  func visit(_ try: Try) -> Result
  func visit(_ listing: SourceListing) -> Result
  func visit(_ check: Check) -> Result
}
