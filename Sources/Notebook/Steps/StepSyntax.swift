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
  /// Figures that the page shows of such a step, at least.
  package let figures: Int
  /// Tables that the page shows of such a step, at least.
  package let tables: Int
  /// The options that such a step may have; none where a notebook is read without knowing them.
  package private(set) var options: Set<String> = []

  package init(
    _ kind: String, body: Body = .options, showsOptions: Bool = false, figures: Int = 0,
    tables: Int = 0
  ) {
    self.kind = kind
    self.body = body
    self.showsOptions = showsOptions
    self.figures = figures
    self.tables = tables
  }

  /// The same kind, with the options that such a step may have.
  package func with(options: Set<String>) -> Self {
    var syntax = self
    syntax.options = options
    return syntax
  }
}
