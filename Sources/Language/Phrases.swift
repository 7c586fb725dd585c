/// The words of the page that are the program's own, in the language of the notebook.
///
/// They are looked up by their English. What a language has no words for stays English.
struct Phrases: Sendable {
  private let translations: [String: String]

  static let english = Phrases(translations: [:])

  /// The words of a language by its tag, such as "de-AT"; English where there are none.
  init(language: String) {
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self = Self.all[primary] ?? .english
  }

  init(translations: [String: String]) {
    self.translations = translations
  }

  /// Languages by their primary tag.
  static let all: [String: Phrases] = [
    "de": Phrases(translations: german), "fr": Phrases(translations: french),
    "es": Phrases(translations: spanish),
  ]

  /// Whether the page is in English, or in a language without words of its own.
  var isEnglish: Bool { translations.isEmpty }

  /// All phrases that a language has words for, in English.
  var known: Set<String> { Set(translations.keys) }

  /// A phrase with its gaps, each `{}`, filled in their order; those beyond the values stay.
  func text(_ english: String, _ values: [String] = []) -> String {
    let pieces = pieces(english)
    return pieces.enumerated().map { place, piece in
      guard place + 1 < pieces.count else { return piece }
      return piece + (place < values.count ? values[place] : "{}")
    }.joined()
  }

  /// What stands around the gaps of a text.
  static func pieces(of text: String) -> [String] {
    text.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands around the gaps of a phrase.
  func pieces(_ english: String) -> [String] {
    Self.pieces(of: translations[english] ?? english)
  }

  /// The phrases of the page that is being made: every piece of a page is of one language, from its
  /// heading to a row of a table.
  @TaskLocal static var ofPage = Phrases.english

  /// Whether a language is written from right to left, by its tag.
  static func isRightToLeft(_ language: String) -> Bool {
    let parts = language.split(separator: "-").map { $0.lowercased() }
    let scripts = parts.dropFirst().filter { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    if let script = scripts.first {
      return ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm"].contains(script)
    }
    return ["ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
      .contains(parts.first ?? "")
  }
}

/// A phrase of the page in its language, with its gaps, each `{}`, filled in their order.
func phrase(_ english: String, _ values: String...) -> String {
  Phrases.ofPage.text(english, values)
}

/// A phrase whose gaps are filled with markup.
func markedPhrase(_ english: String, _ values: HTML...) -> HTML {
  let pieces = Phrases.ofPage.pieces(english)
  return pieces.enumerated().map { place, piece -> HTML in
    place < values.count && place + 1 < pieces.count ? "\(piece)\(values[place])" : "\(piece)"
  }.joined()
}
