import ArgumentParser

/// What the process ends with, from the best to the worst.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  /// Every step ran, and a claim of a check does not hold; or a warning is as bad.
  case failedCheck = 3
  /// A step could not finish.
  case failedStep = 1
  /// The notebook or a value on the command line is wrong; nothing was computed.
  case badInput = 2
  /// The report could not be written.
  case notWritten = 4
  /// The command line was not understood.
  case usage = 64
  /// Ctrl-C, as shells report it.
  case interrupted = 130

  /// The worse of two.
  func worse(_ other: Self) -> Self {
    let order = Self.allCases
    guard let mine = order.firstIndex(of: self), let its = order.firstIndex(of: other) else {
      return self
    }
    return mine < its ? other : self
  }

  var code: ExitCode { ExitCode(rawValue) }

  private var meaning: String {
    switch self {
    case .success: "all went well"
    case .failedStep: "a step failed"
    case .badInput: "a notebook or a value on the command line is wrong"
    case .failedCheck:
      "every step ran, and a claim does not hold, or with --strict there is a warning"
    case .notWritten: "a file could not be written, or the preview not be served"
    case .usage: "the command line is not one: an unknown or missing part"
    case .interrupted: "interrupted, as by Ctrl-C"
    }
  }

  /// All of them with what they mean, for help.
  static var documentation: String {
    "Exit status, of several notebooks the worst one's:\n" + lines(allCases)
  }

  /// Those that a command may end with, beside success and a wrong command line.
  static func documentation(_ statuses: Self...) -> String {
    "Exit status:\n" + lines([.success, .usage] + statuses)
  }

  private static func lines(_ statuses: [Self]) -> String {
    statuses.sorted { $0.rawValue < $1.rawValue }.map { status in
      "  \(String(status.rawValue).padded(to: 3))  \(status.meaning)"
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

/// A value on the command line that cannot be: told with the usage of its command.
struct BadValue: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
