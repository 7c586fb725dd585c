import Notebook
import Spelling

/// Words of other tools and of everyday speech, for what is called otherwise here.
///
/// A word is looked up where nothing is spelt like it, and what is meant is suggested; it is never
/// taken for it: a notebook has one word for a thing.
package struct OtherTerms: Sendable {
  /// Our word for each of theirs, which is in small letters, with nothing between its parts.
  private let ours: [String: String]
  /// What to write where no single word of ours will do.
  private let advice: [String: String]

  /// Takes for each of our words those of others, with blanks between them.
  init(_ others: KeyValuePairs<String, String>, advice: KeyValuePairs<String, String> = [:]) {
    func byWord(_ pairs: [(meant: String, words: String)]) -> [String: String] {
      let pairs = pairs.flatMap { pair in
        pair.words.split(separator: " ").map { (String($0), pair.meant) }
      }
      return Dictionary(pairs) { first, _ in first }
    }
    ours = byWord(others.map { ($0.key, $0.value) })
    self.advice = byWord(advice.map { ($0.key, $0.value) })
  }

  /// What is likely meant by a word that is none of those that may stand there.
  func meaning(of word: String, among words: [String]) -> Meaning {
    let folded = Self.folded(word)
    if let help = advice[folded] { return .other(help) }
    if let meant = ours[folded], words.contains(meant) {
      return .word(Misspelling(word, meant: meant))
    }
    if let misspelling = Misspelling(word, among: words) { return .word(misspelling) }
    return wholeWord(of: word, among: words).map { .word(Misspelling(word, meant: $0)) } ?? .unknown
  }

  enum Meaning {
    case word(Misspelling)
    /// No single word of ours: what to write instead.
    case other(String)
    case unknown

    var misspelling: Misspelling? {
      if case .word(let misspelling) = self { misspelling } else { nil }
    }
    var help: String? { if case .other(let help) = self { help } else { nil } }
  }

  /// Our words that are suggested.
  package var suggested: Set<String> { Set(ours.values) }
  /// Theirs, as they are looked up.
  package var known: Set<String> { Set(ours.keys).union(advice.keys) }

  private static func folded(_ word: String) -> String {
    word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }
}

extension OtherTerms {
  /// Of the options of a kind of step.
  static func ofOptions(of kind: String) -> Self { options[kind] ?? Self([:]) }

  /// Of the words that an option's values begin with.
  static func ofValues(of option: String, in kind: String) -> Self {
    values["\(kind).\(option)"] ?? Self([:])
  }

  /// Of the sets of examples.
  package static let ofSets = Self([
    "training": "train learned fit",
    "dev": "development validation validate valid val holdout heldout",
    "test": "testing unlabelled unlabeled",
    "labelled": "labeled all everything",
  ])
}
