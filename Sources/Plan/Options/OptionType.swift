import Notebook

/// A type of option value: how it is read, how it is described, how it is written canonically.
package struct OptionType<Value: Sendable>: Sendable {
  /// What a value may be, as in "must be …": "a whole number from 1".
  package let description: String
  /// The words it chooses among; empty where it is not a choice.
  package let choices: [String]
  /// What its values look like that have more words than one.
  package let phrases: [OptionPhrase]
  /// What its words name of the notebook.
  package let reference: OptionReference
  /// Reads a value from the notebook.
  let read: @Sendable (OptionValue) throws(OptionProblems) -> Value
  /// Writes a value so that equal values have equal texts, however they were written.
  let canonical: @Sendable (Value) -> String

  init(
    _ description: String, choices: [String] = [], phrases: [OptionPhrase] = [],
    reference: OptionReference = .nothing,
    readingAll read: @escaping @Sendable (OptionValue) throws(OptionProblems) -> Value,
    canonical: @escaping @Sendable (Value) -> String
  ) {
    self.description = description
    self.choices = choices
    self.phrases = phrases
    self.reference = reference
    self.canonical = canonical
    self.read = read
  }

  /// A type whose values are wrong in one way at a time.
  init(
    _ description: String, choices: [String] = [], phrases: [OptionPhrase] = [],
    reference: OptionReference = .nothing, canonical: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (OptionValue) throws(OptionProblem) -> Value
  ) {
    self.init(
      description, choices: choices, phrases: phrases, reference: reference,
      readingAll: { value throws(OptionProblems) in
        do throws(OptionProblem) {
          return try read(value)
        } catch {
          throw OptionProblems([error.standing(at: value)])
        }
      }, canonical: canonical)
  }
}

/// The words of a value that has several, for whoever is writing one.
package struct OptionPhrase: Sendable, Equatable {
  /// The word that it begins with; `nil` for one that begins with a number.
  package let beginning: String?
  /// The words that may come later, among numbers.
  package let laterWords: [String]

  init(_ beginning: String?, then laterWords: [String]) {
    self.beginning = beginning
    self.laterWords = laterWords
  }
}

extension OptionType {
  /// A type whose values are written as one word or phrase.
  static func scalar(
    _ description: String, choices: [String] = [], phrases: [OptionPhrase] = [],
    reference: OptionReference = .nothing, canonical: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (String) -> Value?
  ) -> Self {
    Self(
      description, choices: choices, phrases: phrases, reference: reference, canonical: canonical
    ) { value throws(OptionProblem) in
      guard case .scalar(let text, _, _) = value, let result = read(text) else {
        throw OptionProblem()
      }
      return result
    }
  }
}

extension OptionType {
  /// A type whose values are phrases with numbers in them, whose digits underscores may group.
  static func phrase(
    _ description: String, choices: [String] = [], phrases: [OptionPhrase] = [],
    canonical: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (String) -> Value?
  ) -> Self {
    .scalar(description, choices: choices, phrases: phrases, canonical: canonical) {
      read($0.ungrouped)
    }
  }
}

extension OptionType where Value == Int {
  /// A whole number within bounds; underscores may group its digits.
  static func wholeNumber(_ bounds: ClosedRange<Int>) -> Self {
    let description =
      bounds.upperBound == .max
      ? "a whole number from \(bounds.lowerBound)"
      : "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    return .scalar(description, canonical: { String($0) }) { text in
      Int(grouped: text).flatMap { bounds.contains($0) ? $0 : nil }
    }
  }
}

extension OptionType where Value == Double {
  /// A finite number for which `accepts` holds; underscores may group its digits.
  static func number(
    _ description: String, where accepts: @escaping @Sendable (Double) -> Bool
  ) -> Self {
    .scalar(description, canonical: { String($0) }) { text in
      Double(grouped: text).flatMap { accepts($0) ? $0 : nil }
    }
  }
}

extension OptionType where Value == Bool {
  /// `true` or `false`, as YAML writes them.
  static var boolean: Self {
    .scalar("true or false", choices: ["true", "false"], canonical: { String($0) }) { text in
      ["true": true, "yes": true, "false": false, "no": false][text.lowercased()]
    }
  }
}

extension OptionType where Value == String {
  /// Any text that is not empty.
  static func text(_ description: String, naming reference: OptionReference = .nothing) -> Self {
    .scalar(description, reference: reference, canonical: { $0 }) { $0.isEmpty ? nil : $0 }
  }

  /// The path of a file or folder, relative to the notebook's folder.
  static func path(_ description: String) -> Self {
    .scalar(description, reference: .path, canonical: { $0 }) { text in
      text.isEmpty || text.contains("\0") ? nil : text
    }
  }

  /// The name of a file in the output folder, without a folder of its own.
  ///
  /// - Parameter example: one that may be written.
  static func outputFileName(suchAs example: String) -> Self {
    let reserved = [
      "index.html", "failed.html", "results.json", "run.json", "figures", "images", "index.md",
    ]
    let description = "a file name of letters, digits, '.', '-' and '_'"
    let longestName = 100
    return Self(description, canonical: { $0 }) { value throws(OptionProblem) in
      guard case .scalar(let text, _, _) = value, !text.isEmpty, text.first != ".",
        text.unicodeScalars.allSatisfy({
          ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
            || "._-".unicodeScalars.contains($0)
        })
      else {
        throw OptionProblem(help: "it is written to the output folder beside the report")
      }
      guard text.utf8.count <= longestName else {
        throw OptionProblem(
          message: "a name of \(text.utf8.count) characters is too long",
          help: "write one of up to \(longestName), such as \(example)")
      }
      guard !reserved.contains(text.lowercased()) else {
        throw OptionProblem(
          message: "'\(text)' is a file that the report itself writes",
          help: "choose another name, such as \(example)")
      }
      return text
    }
  }
}

extension OptionType
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// One of the words that an enumeration lists.
  static var choice: Self {
    let words = Value.allCases.map(\.rawValue)
    return .scalar(words.listed(with: "or"), choices: words, canonical: { $0.rawValue }) {
      Value(rawValue: $0)
    }
  }
}
