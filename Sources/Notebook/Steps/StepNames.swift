import Spelling

/// Gives each step its name: the written one, or its kind with a number where that is taken.
package struct StepNames {
  /// Where each written name stands first.
  private var written: [String: SourceRange] = [:]
  /// The number that the last step of a kind without a name got.
  private var numbers: [String: Int] = [:]

  private static let reserved: Set<String> = ["and", "or", "not", "true", "false"]

  /// Takes a written name; returns what is wrong with it, if anything.
  mutating func take(_ word: Fence.Word) -> Diagnostic? {
    if let problem = Self.problem(of: word) { return problem }
    if let first = written[word.text] {
      return Diagnostic(
        "duplicate step name '\(word.text)'", at: word.range,
        help: "line \(first.start.line) has it too; rename one")
    }
    written[word.text] = word.range
    return nil
  }

  /// The name of a step without one, after all written names are taken.
  mutating func name(forKind kind: String) -> String {
    var number = numbers[kind, default: 0]
    var name: String
    repeat {
      number += 1
      name = number == 1 ? kind : "\(kind)-\(number)"
    } while written[name] != nil
    numbers[kind] = number
    return name
  }

  /// The names of steps, by the names that are written.
  package static func names(kinds: [String], written: [String?]) -> [String] {
    var names = StepNames()
    let nowhere = SourceRange(line: 1, column: 1, length: 0)
    for name in written { if let name { names.written[name] = nowhere } }
    return zip(kinds, written).map { kind, name in name ?? names.name(forKind: kind) }
  }

  /// What is wrong with a name that a step is to have, and what to do; `nil` for nothing.
  package static func problem(withName name: String) -> String? {
    problem(of: Fence.Word(text: name, range: SourceRange(line: 1, column: 1, length: name.count)))
      .map { $0.message + ($0.help.map { "; " + $0 } ?? "") }
  }

  /// Whether a word is a letter and then letters, digits and single hyphens.
  static func isName(_ word: some StringProtocol) -> Bool {
    let isKebab =
      word.split(separator: "-", omittingEmptySubsequences: false)
      .allSatisfy {
        !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetterOfWord || $0.isDigitOfWord) }
      }
    return isKebab && word.first?.isLetterOfWord == true
  }

  private static func problem(of word: Fence.Word) -> Diagnostic? {
    if reserved.contains(word.text) {
      return Diagnostic(
        "'\(word.text)' cannot name a step", at: word.range,
        help: "it means something in expressions; choose another name")
    }
    guard isName(word.text) else {
      return Diagnostic(
        "'\(word.text)' is not a step name", at: word.range,
        help: "write a letter, then letters, digits and single hyphens")
    }
    return nil
  }
}
