import ArgumentParser

/// What the process ends with.
enum ExitStatus {
  /// A step could not finish.
  static let failedStep = ExitCode(1)
  /// The notebook or an override is wrong; nothing was computed.
  static let badNotebook = ExitCode(2)
  /// Every step ran, and a claim of a check does not hold.
  static let failedCheck = ExitCode(3)
  /// The report could not be written.
  static let notWritten = ExitCode(4)
  /// Ctrl-C, as shells report it.
  static let interrupted = ExitCode(130)
}
