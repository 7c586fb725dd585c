import Architecture
import Notebook

extension OptionType where Value == LayerSpec {
  /// A layer in its own words: `10 relu`.
  static var layer: Self {
    let forms = LayerSpec.kinds.map { $0.form }
    return Self(
      forms.map(\.summary).joined(separator: "; "), choices: forms.compactMap(\.word),
      phrases: forms.map { OptionPhrase($0.word, then: $0.laterWords) }, canonical: { $0.text }
    ) { value throws(OptionProblem) in
      guard case .scalar(let text, _, _) = value else { throw OptionProblem() }
      do throws(LayerSyntaxError) {
        return try LayerSpec(text.ungrouped)
      } catch {
        throw problem(error, in: PlacedWord.words(of: value))
      }
    }
  }

  private static func problem(_ error: LayerSyntaxError, in words: [PlacedWord]) -> OptionProblem {
    switch error {
    case .noLayer(let text):
      let message = "'\(text)' is no layer"
      if let first = words.first, let misspelling = misspelling(of: first.text) {
        return OptionProblem(range: first.range, message: message, misspelling: misspelling)
      }
      return OptionProblem(message: message, help: help(for: text))
    case .noActivation(let found, let place):
      // As it is written, underscores and all.
      let word = words.indices.contains(place) ? words[place] : nil
      let activations = Activation.allCases.map(\.rawValue)
      let misspelling = Misspelling(word?.text ?? found, among: activations)
      return OptionProblem(
        range: word?.range, message: "there is no activation '\(found)'",
        help: misspelling == nil
          ? "the activations are \(activations.listed(with: "and"))" : nil,
        misspelling: misspelling)
    }
  }

  /// The word of a kind of layer that a first word is a slip of; other tools' words are none.
  private static func misspelling(of word: String) -> Misspelling? {
    let forms = LayerSpec.kinds.map { $0.form }
    guard form(meantBy: word) == nil else { return nil }
    return Misspelling(word, among: forms.compactMap(\.word))
  }

  private static func form(meantBy word: String) -> LayerForm? {
    let word = word.lowercased()
    return LayerSpec.kinds.map { $0.form }
      .first { $0.word == word || $0.otherWords.contains(word) }
  }

  /// What to write in the place of a text: the form of the kind that its first word means, or all.
  private static func help(for text: String) -> String {
    let word = text.split(separator: " ").first.map(String.init) ?? ""
    if let meant = form(meantBy: word) { return meant.help }
    let forms = LayerSpec.kinds.map { $0.form }
    return forms.filter { $0.word == nil }.map(\.help).joined()
      + "; or " + forms.filter { $0.word != nil }.map(\.summary).joined(separator: "; ")
  }
}
