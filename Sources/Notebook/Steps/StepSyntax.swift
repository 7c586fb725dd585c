/// A kind of step as text: the word that opens it, how its body is written, how a page shows it.
package struct StepSyntax: Sendable, Equatable {
  /// How the body of a step is written.
  package enum Body: Sendable {
    /// A YAML mapping of options.
    case options
    /// Lines of `sentence: expression`.
    case claims
  }

  /// The first word of the fence, such as "train".
  package let kind: String
  package let body: Body
  /// Whether the options are the method, which a reader wants to see; elsewhere the outputs speak.
  package let showsOptions: Bool

  package init(_ kind: String, body: Body = .options, showsOptions: Bool = false) {
    self.kind = kind
    self.body = body
    self.showsOptions = showsOptions
  }
}
