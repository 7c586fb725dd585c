/// The words of pages and figures that are the program's own, in the language of the notebook.
///
/// They are looked up by their English. What a language has no words for stays English; English has
/// its own for what is said better than it was when results were first stored by it.
package struct Phrases: Sendable {
  /// The primary tag of the language.
  package let language: String
  private let translations: [String: String]

  package static let english = Phrases(language: "en", English.results)

  /// The words of a language by its tag, such as "de-AT"; English where there are none.
  package init(language: String) {
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self = Self.all.first { $0.language == primary } ?? .english
  }

  private init(language: String, _ translations: [String: String]...) {
    self.language = language
    self.translations = translations.reduce(into: [:]) { all, some in
      all.merge(some) { first, _ in first }
    }
  }

  /// The languages that there are words for, beside English.
  package static let all = [
    Phrases(language: "de", German.page, German.figures, German.results),
    Phrases(language: "fr", French.page, French.figures, French.results),
    Phrases(language: "es", Spanish.page, Spanish.figures, Spanish.results),
  ]

  /// Whether the page is in English, or in a language without words of its own.
  package var isEnglish: Bool { language == Self.english.language }

  /// All phrases that a language has words for, in English.
  package var known: Set<String> { Set(translations.keys) }

  /// A phrase with its gaps, each `{}`, filled in their order; those beyond the values stay.
  package func text(_ english: String, _ values: [String] = []) -> String {
    let pieces = pieces(english)
    return pieces.enumerated().map { place, piece in
      guard place + 1 < pieces.count else { return piece }
      return piece + (place < values.count ? values[place] : "{}")
    }.joined()
  }

  /// What stands around the gaps of a text.
  package static func pieces(of text: String) -> [String] {
    text.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands around the gaps of a phrase.
  package func pieces(_ english: String) -> [String] {
    Self.pieces(of: translations[english] ?? english)
  }

  /// The phrases of the page or the figure that is being made: every piece of it is of one language,
  /// from its heading to a row of a table.
  @TaskLocal package static var inUse = Phrases.english

  /// Whether a language is written from right to left, by its tag.
  package static func isRightToLeft(_ language: String) -> Bool {
    let parts = language.split(separator: "-").map { $0.lowercased() }
    let scripts = parts.dropFirst().filter { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    if let script = scripts.first {
      return ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm"].contains(script)
    }
    return ["ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
      .contains(parts.first ?? "")
  }
}

/// A phrase of the page or the figure in its language, with its gaps, each `{}`, filled in their order.
package func phrase(_ english: String, _ values: String...) -> String {
  Phrases.inUse.text(english, values)
}
