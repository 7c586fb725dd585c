/// Gives each step its name: the written one, or its kind with a number where that is taken.
struct StepNames {
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

  /// Whether a word is a letter and then letters, digits and single hyphens.
  static func isName(_ word: some StringProtocol) -> Bool {
    let isKebab =
      word.split(separator: "-", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    return isKebab && word.first?.isLetter == true
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
