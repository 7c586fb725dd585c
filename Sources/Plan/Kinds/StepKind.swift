/// The kinds of step.
package enum StepKind: String, CaseIterable, Sendable {
  case load
  case split
  case train
  case evaluate
  case plot
  case predict
  case `try`
  case source
  case check

  /// The words that open a step, for the notebook's parser.
  package static let names = allCases.map(\.rawValue)
}
