import Spelling

/// A fence of no kind whose lines read like the claims of a check: as a listing, nobody would judge
/// them.
struct ClaimsInDisguise {
  private let fence: Fence
  /// The names that the expressions begin with.
  private let names: Set<String>

  /// `nil` for a listing of a language, and where a line is no claim.
  init?(_ fence: Fence) {
    if let word = fence.words.first?.text, StepKinds.isLanguage(word) { return nil }
    let lines = fence.body.map(\.text).filter { line in
      let rest = line.drop(while: \.isSpace)
      return !rest.isEmpty && rest.first != "#"
    }
    var names: Set<String> = []
    for line in lines {
      guard let found = Self.names(inClaim: line) else { return nil }
      names.formUnion(found)
    }
    guard !names.isEmpty else { return nil }
    self.fence = fence
    self.names = names
  }

  /// What is wrong where the expressions name steps of the notebook.
  func problem(steps: Set<String>) -> Diagnostic? {
    guard !names.isDisjoint(with: steps) else { return nil }
    let help = "write ```check, so that its claims are judged; or ```text for a listing"
    guard let word = fence.words.first else {
      return Diagnostic("claims in a fence without a kind", at: fence.opening, help: help)
    }
    return Diagnostic("claims in a fence of no kind, '\(word.text)'", at: word.range, help: help)
  }

  /// The names before a dot in the expression of a line `sentence: expression`; `nil` for a line
  /// that is none.
  private static func names(inClaim line: String) -> Set<String>? {
    let characters = Array(line)
    guard let colon = claimColon(in: characters) else { return nil }
    let expression = String(characters[(colon + 1)...])
    guard ["<", ">", "=="].contains(where: { expression.contains($0) }) else { return nil }
    let words = expression.split {
      !($0.isLetterOfWord || $0.isDigitOfWord || $0 == "-" || $0 == ".")
    }
    let names = words.compactMap { word -> String? in
      guard let dot = word.firstIndex(of: "."), word.first?.isLetterOfWord == true else {
        return nil
      }
      return String(word[..<dot])
    }
    return names.isEmpty ? nil : Set(names)
  }
}
