import Architecture
import Notebook
import Spelling

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
        throw problem(error)
      }
    }
  }

  private static func problem(_ error: LayerSyntaxError) -> OptionProblem {
    switch error {
    case .noLayer(let text):
      return OptionProblem(message: "'\(text)' is no layer", help: help(for: text))
    case .noActivation(let word):
      let activations = Activation.allCases.map(\.rawValue)
      let near = suggestion(for: word, among: activations)
      return OptionProblem(
        message: "there is no activation '\(word)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "the activations are \(activations.listed(with: "and"))")
    }
  }

  /// What to write in the place of a text: the form of the kind that its first word means, or all.
  private static func help(for text: String) -> String {
    let word = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let forms = LayerSpec.kinds.map { $0.form }
    let words = forms.compactMap(\.word)
    let meant = forms.first { $0.word == word || $0.otherWords.contains(word) }?.help
    if let meant { return meant }
    if let near = suggestion(for: word, among: words) { return "did you mean '\(near)'?" }
    return forms.filter { $0.word == nil }.map(\.help).joined()
      + "; or " + forms.filter { $0.word != nil }.map(\.summary).joined(separator: "; ")
  }
}
