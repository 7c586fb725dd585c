import Spelling

/// A fence of no kind, or of a language, whose lines are options of a step: as a listing, it would
/// never run.
struct OptionsInDisguise {
  let problem: Diagnostic

  /// `nil` for a listing.
  init?(_ fence: Fence, _ kinds: StepKinds) {
    let word = fence.words.first
    let isLanguage = word.map { StepKinds.isLanguage($0.text) } ?? false
    let second = fence.words.count > 1 ? fence.words[1].text : nil
    guard word?.text != "text", let keys = Self.keys(in: fence.body.map(\.text)) else { return nil }
    let fitting = kinds.kinds.filter { kind in
      kind.body == .options && keys.isSubset(of: kind.options)
        // A listing of a language is one, where no kind is named beside it.
        && (!isLanguage || kind.kind == second)
    }
    guard isLanguage || Self.isTelling(keys, word?.text, among: fitting) else { return nil }
    guard !fitting.isEmpty else { return nil }
    let kind = fitting.count == 1 ? ", ```\(fitting[0].kind)," : ""
    problem = Diagnostic(
      "\(Self.owner(fitting)) in \(Self.name(word, isLanguage))", at: word?.range ?? fence.opening,
      help: "write its kind behind the backticks\(kind) so that it runs; or ```text for a listing",
      severity: .warning)
  }

  /// Whether keys are no others' by chance: several, or one of one kind, or a word that speaks of
  /// steps.
  private static func isTelling(
    _ keys: Set<String>, _ word: String?, among kinds: [StepSyntax]
  ) -> Bool {
    if keys.count > 1 { return true }
    return word.map { wordsOfSteps.contains($0.lowercased()) } ?? (kinds.count == 1)
  }

  /// What steps are called elsewhere.
  private static let wordsOfSteps: Set<String> = [
    "chart", "data", "draw", "figure", "fit", "graph", "model", "network", "read", "score", "show",
    "test", "validate", "validation",
  ]

  private static func owner(_ kinds: [StepSyntax]) -> String {
    kinds.count == 1 ? "options of '\(kinds[0].kind)'" : "options of a step"
  }

  private static func name(_ word: Fence.Word?, _ isLanguage: Bool) -> String {
    guard let word else { return "a fence without a kind" }
    return isLanguage ? "a listing of \(word.text)" : "a fence of no kind, '\(word.text)'"
  }

  /// The keys of lines `key: value` at the left margin; `nil` where another line stands there, or
  /// none.
  private static func keys(in lines: [String]) -> Set<String>? {
    var keys: Set<String> = []
    for line in lines {
      guard let first = line.first, !first.isSpace, first != "#", first != "-" else { continue }
      guard let key = optionKey(of: line) else { return nil }
      keys.insert(key)
    }
    return keys.isEmpty ? nil : keys
  }
}

/// The key of a line `key: value`, or `key:`, at the left margin.
func optionKey(of line: String) -> String? {
  guard let colon = line.firstIndex(of: ":") else { return nil }
  let rest = line[line.index(after: colon)...]
  let key = line[..<colon]
  guard !key.isEmpty, key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
    rest.first.map(\.isSpace) ?? true
  else { return nil }
  return String(key)
}
