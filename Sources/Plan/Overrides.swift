import Files
package import Notebook

/// An option that is set anew: on the command line by `--set STEP.OPTION=VALUE`, or by a sweep.
package struct Override: Sendable, Equatable {
  /// As written on the command line, without the flag.
  package let text: String
  package let step: String
  package let option: String
  /// The new value; `nil` where the option is to be left out (`STEP.OPTION=`).
  package let value: OptionValue?
  /// Where a sweep of the notebook says so; `nil` on the command line.
  package let place: SourceRange?
  /// Where the sweep names the option; `nil` where the command line does.
  package let optionPlace: SourceRange?

  init(
    text: String, step: String, option: String, value: OptionValue?, place: SourceRange? = nil,
    optionPlace: SourceRange? = nil
  ) {
    self.text = text
    self.step = step
    self.option = option
    self.value = value
    self.place = place
    self.optionPlace = optionPlace
  }

  /// Where to tell of a part of the option or its value, both of which may be written in a sweep, on
  /// the command line, or there for a sweep.
  func place(of part: SourceRange) -> SourceRange? { optionPlace == nil ? place : part }

  /// Whether a stretch of the notebook is a part of what is written of it there.
  func contains(_ part: SourceRange) -> Bool {
    [place, optionPlace].contains { place in
      place.map { $0.start <= part.start && part.end <= $0.end } ?? false
    }
  }
}

/// Everything that the command line sets: options of steps, and the seed.
package struct Overrides: Sendable, Equatable {
  package let options: [Override]
  package let seed: UInt32?
  /// Each as written, in order.
  package let texts: [String]
  /// The one folder, without links, in which the files that they name may lie; `nil` where whoever
  /// runs the notebook has written them, and may name any.
  private let reach: String?

  package static let none = Overrides(options: [], seed: nil, texts: [])

  init(options: [Override], seed: UInt32?, texts: [String], reach: String? = nil) {
    self.options = options
    self.seed = seed
    self.texts = texts
    self.reach = reach
  }

  /// The same, from somebody who is not whoever runs the notebook: what they name is read within a
  /// folder alone.
  package func reaching(only folder: String) -> Overrides {
    Overrides(
      options: options, seed: seed, texts: texts, reach: resolvedPath(folder) ?? folder)
  }

  /// Whether the file at a path from the current folder is read because they name it.
  func mayName(_ path: String) -> Bool {
    guard let reach else { return true }
    return resolvedPath(path)?.hasPrefix(reach + "/") ?? false
  }

  /// These, and beyond them what a sweep sets.
  func joined(with options: [Override], seed: UInt32?) -> Overrides {
    Overrides(
      options: self.options + options, seed: seed ?? self.seed, texts: texts, reach: reach)
  }

  /// Reads `STEP.OPTION=VALUE` and `seed=N` texts; the last of two for one option counts.
  package init(parsing texts: [String]) throws(OverrideError) {
    var options: [Override] = []
    var seed: UInt32?
    for text in texts {
      guard let equals = text.firstIndex(of: "=") else { throw OverrideError.noValue(text) }
      let target = text[..<equals]
      let value = String(text[text.index(after: equals)...])
      if target == "seed" {
        guard let number = Int(grouped: value).flatMap({ UInt32(exactly: $0) }) else {
          throw OverrideError.seed(text)
        }
        seed = number
      } else {
        let parts = target.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
          throw OverrideError.target(text)
        }
        options.append(
          Override(
            text: text, step: String(parts[0]), option: String(parts[1]),
            value: try Self.value(of: value, in: text)))
      }
    }
    self.init(options: options, seed: seed, texts: texts)
  }

  private static func value(of value: String, in text: String) throws(OverrideError)
    -> OptionValue?
  {
    guard !value.isEmpty else { return nil }
    do {
      return try OptionValue(parsing: value)
    } catch {
      throw OverrideError.yaml(text, error.message)
    }
  }
}

/// What is wrong with a `--set` text.
package enum OverrideError: Error, Sendable, Equatable, CustomStringConvertible {
  case noValue(String)
  case target(String)
  case seed(String)
  case yaml(String, String)

  package var description: String {
    switch self {
    case .noValue(let text):
      "--set \(text) has no value; write STEP.OPTION=VALUE, such as train.iterations=100"
    case .target(let text):
      "--set \(text) names no option; write STEP.OPTION=VALUE or seed=N"
    case .seed(let text):
      "--set \(text): the seed must be a whole number from 0 to 4294967295"
    case .yaml(let text, let problem):
      "--set \(text): \(problem)"
    }
  }
}
