/// Why a step could not finish, with the option that led to it.
struct StepFailure: Error {
  /// What went wrong, leading with the specific.
  let message: String
  let help: String?
  /// The option whose value is to blame; `nil` for the step as a whole.
  let option: String?
  /// Text that tells of everything in full; `nil` where the message is to be shown at its place.
  let diagnostic: String?

  init(_ message: String, help: String? = nil, option: String? = nil) {
    self.message = message
    self.help = help
    self.option = option
    diagnostic = nil
  }

  /// A failure that has several places, as they are shown.
  init(diagnostic: String) {
    message = diagnostic
    help = nil
    option = nil
    self.diagnostic = diagnostic
  }
}

/// A run that was asked to stop, in the middle of a step.
struct Interruption: Error {}
