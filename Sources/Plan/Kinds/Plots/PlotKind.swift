/// A kind of figure: the one list of all of them is here.
package struct PlotKind: Sendable {
  package let declaration: any PlotDeclaration.Type

  /// Every kind, in the order in which they are shown to people.
  package static let all = [
    PlotKind(LearningCurvePlot.self), PlotKind(DigitsPlot.self),
    PlotKind(ConfusionMatrixPlot.self), PlotKind(WeightsPlot.self), PlotKind(FiltersPlot.self),
    PlotKind(ActivationsPlot.self), PlotKind(PerClassPlot.self),
    PlotKind(ReliabilityPlot.self), PlotKind(ClassCountsPlot.self),
    PlotKind(SweepPlot.self), PlotKind(ComparisonPlot.self),
  ]

  private init(_ declaration: any PlotDeclaration.Type) {
    self.declaration = declaration
  }

  /// What `show` says of it.
  package var name: String { declaration.name }
}

/// Whoever does something with every kind of figure: one that is forgotten does not compile.
package protocol PlotVisitor {
  associatedtype Result

  func visit(_ curve: LearningCurvePlot) -> Result
  func visit(_ digits: DigitsPlot) -> Result
  func visit(_ matrix: ConfusionMatrixPlot) -> Result
  func visit(_ weights: WeightsPlot) -> Result
  func visit(_ filters: FiltersPlot) -> Result
  func visit(_ activations: ActivationsPlot) -> Result
  func visit(_ scores: PerClassPlot) -> Result
  func visit(_ reliability: ReliabilityPlot) -> Result
  func visit(_ counts: ClassCountsPlot) -> Result
  func visit(_ sweep: SweepPlot) -> Result
  func visit(_ comparison: ComparisonPlot) -> Result
}
