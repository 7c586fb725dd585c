/// What is said in the language of a page once that is known: a phrase of the program's own with what
/// fills its gaps, or a text that is the same in every language, such as a name or a number.
///
/// Results hold their words so: they are stored once, for notebooks of all languages. A literal is a
/// phrase, and what is interpolated in it fills a gap.
package enum Words: Sendable, Equatable {
  case text(String)
  /// The English, with a `{}` for each gap.
  case phrase(String, [Words])

  /// Names as a sentence lists them: "a, b and c".
  package static func list(_ names: [String]) -> Words {
    guard names.count > 1, let last = names.last else { return .text(names.first ?? "") }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Words: ExpressibleByStringInterpolation {
  package init(stringLiteral english: String) { self = .phrase(english, []) }

  package init(stringInterpolation parts: Interpolation) {
    self = .phrase(parts.english, parts.gaps)
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var english = ""
    fileprivate var gaps: [Words] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { english += literal }

    package mutating func appendInterpolation(_ words: Words) {
      english += "{}"
      gaps.append(words)
    }

    package mutating func appendInterpolation(_ name: some CustomStringConvertible) {
      appendInterpolation(Words.text(name.description))
    }
  }
}

extension Words: CustomStringConvertible {
  /// The words in English, as a terminal shows them.
  package var description: String { Phrases.english.text(self) }
}

/// A text is a string, as the words of results were before they were kept apart.
extension Words: Codable {
  private enum CodingKeys: CodingKey {
    case phrase
    case gaps
  }

  package init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .text(text)
      return
    }
    let parts = try decoder.container(keyedBy: CodingKeys.self)
    self = .phrase(
      try parts.decode(String.self, forKey: .phrase),
      try parts.decodeIfPresent([Words].self, forKey: .gaps) ?? [])
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .phrase(let english, let gaps):
      var parts = encoder.container(keyedBy: CodingKeys.self)
      try parts.encode(english, forKey: .phrase)
      if !gaps.isEmpty { try parts.encode(gaps, forKey: .gaps) }
    }
  }
}

extension Phrases {
  /// Words in the language.
  package func text(_ words: Words) -> String {
    switch words {
    case .text(let text): text
    case .phrase(let english, let gaps): text(english, gaps.map { text($0) })
    }
  }
}

/// Words in the language of the page or the figure.
package func phrase(_ words: Words) -> String { Phrases.inUse.text(words) }
