import Notebook

/// Why a step could not finish, with the option that led to it.
struct StepFailure: Error {
  /// What went wrong, leading with the specific.
  let message: String
  let help: String?
  /// The option whose value is to blame; `nil` for the step as a whole.
  let option: String?
  /// The item of its value that is to blame, from 0; `nil` for the value as a whole.
  let item: Int?
  /// The value of the option, where it is likely that another was meant.
  let misspelling: Misspelling?
  /// Everything wrong, each at a place of its own; empty where the message is to be shown at that
  /// of the option.
  let diagnostics: [Diagnostic]

  init(
    _ message: String, help: String? = nil, option: String? = nil, item: Int? = nil,
    misspelling: Misspelling? = nil
  ) {
    self.message = message
    self.help = help
    self.option = option
    self.item = item
    self.misspelling = misspelling
    diagnostics = []
  }

  /// The failure that an error is.
  init(_ error: any Error) {
    self = error as? StepFailure ?? StepFailure("\(error)")
  }

  /// A failure that has several places.
  init(_ diagnostics: [Diagnostic]) {
    message = diagnostics.map(\.message).joined(separator: ", ")
    help = nil
    option = nil
    item = nil
    misspelling = nil
    self.diagnostics = diagnostics
  }
}

/// A run that was asked to stop, in the middle of a step.
struct Interruption: Error {}
