/// What the words of an option's value name, where they name something of the notebook or its files:
/// for editors, which offer it and find it again.
package enum OptionReference: Sendable, Hashable {
  case nothing
  /// A step above that provides something; a value of it may follow behind a dot.
  case step(Provision)
  /// A set of examples: `SET`, or `STEP.SET`.
  case set
  /// A file or folder, from the notebook's folder.
  case path
  /// Expressions, among them values of steps.
  case expressions
  /// A mapping with keys `STEP.OPTION`, or of names to such mappings.
  case optionsOfSteps
  /// Something that a sweep varies or measures: `STEP.OPTION`, `STEP.VALUE`, or a word of the sweep.
  case nameInSweep
  /// Markdown, with values of steps and links to them.
  case markdown
}
