package import Language

/// Something that whoever relies on a step's result ought to know, and that is no reason to fail: a
/// loss that ends above its start, images in which nothing can be made out.
///
/// It is part of the result: told in every run, whether the step was computed or its result was
/// stored, and shown in the step on the page.
package struct StepWarning: Sendable, Equatable, Codable {
  /// What was found, in one line with no full stop, leading with the specific.
  package let message: Words
  /// What to do, in one line; for whoever runs the notebook, not for readers of the page.
  package let help: String?
  /// The option whose value is to blame; `nil` for the step as a whole.
  package let option: String?

  package init(_ message: Words, help: String? = nil, option: String? = nil) {
    self.message = message
    self.help = help
    self.option = option
  }
}
