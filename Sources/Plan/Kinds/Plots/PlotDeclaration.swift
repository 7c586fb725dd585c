package import Results

/// A kind of figure that `plot` draws: its options and every fact about it.
///
/// A value is one figure with its options decoded. No requirement has a default, so that a kind that
/// forgets a fact does not compile.
package protocol PlotDeclaration: Sendable {
  /// What `show` says of it.
  static var name: String { get }
  /// What `show` may call it as well.
  static var otherNames: [String] { get }
  /// One sentence.
  static var summary: String { get }
  static var options: [OptionDocumentation] { get }
  static var yields: [ValueType.Member] { get }
  /// Raised whenever the figure comes to look different, or to yield something else, for the same
  /// inputs: stored ones of another version are not used.
  static var version: Int { get }

  /// Reads the options of a figure; `nil` where something is wrong, which the decoder has noted.
  init?(decoding decoder: inout OptionDecoder)

  func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result
}
