/// A formula written in TeX, read and set as MathML.
///
///     formula = row; row = { atom ["_" argument] ["^" argument] }
///
/// The commands are those of LaTeX with amsmath that formulas of networks and statistics use; what is
/// not known is a problem, never left out. Work and memory are linear in the text.
package struct Formula: Sendable, Equatable {
  /// The formula as it is written.
  package let tex: String
  /// Whether it stands on lines of its own.
  package let isDisplayed: Bool
  /// The element `math` of MathML Core (W3C), whose text is escaped.
  package let markup: String
  /// The formula on one line without marks, for places that hold no markup.
  package let text: String

  /// Reads a formula.
  ///
  /// - Throws: What is wrong with it, in the order of the text.
  package init(_ tex: String, isDisplayed: Bool = false) throws(FormulaProblems) {
    var parser = TeXParser(tex)
    let node = parser.formula()
    guard parser.problems.isEmpty else { throw FormulaProblems(all: parser.problems) }
    self.tex = tex
    self.isDisplayed = isDisplayed
    markup = MathMLWriter.math(node, isDisplayed: isDisplayed)
    text = formulaText(of: node).split(separator: " ").joined(separator: " ")
  }
}

/// A mistake in a formula.
package struct FormulaProblem: Error, Sendable, Equatable {
  /// The bytes that it stands on; empty at the end of the text.
  package let range: Range<Int>
  /// What is wrong, in one line with no full stop.
  package let message: String
  /// What to do, in one line.
  package let help: String?
  /// What was likely meant in the place of what stands on the bytes.
  package let replacement: String?

  init(
    _ message: String, at range: Range<Int>, help: String? = nil, replacement: String? = nil
  ) {
    self.range = range
    self.message = message
    self.help = help
    self.replacement = replacement
  }
}

/// All that was found wrong with a formula, at least one thing.
package struct FormulaProblems: Error, Sendable, Equatable {
  package let all: [FormulaProblem]
}
