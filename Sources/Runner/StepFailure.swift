/// Why a step could not finish, with the option that led to it.
struct StepFailure: Error {
  /// What went wrong, leading with the specific.
  let message: String
  let help: String?
  /// The option whose value is to blame; `nil` for the step as a whole.
  let option: String?

  init(_ message: String, help: String? = nil, option: String? = nil) {
    self.message = message
    self.help = help
    self.option = option
  }
}
