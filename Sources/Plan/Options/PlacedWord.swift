import Notebook

/// A word of an option's value, with where it stands.
struct PlacedWord {
  let text: String
  let range: SourceRange

  /// The words of a scalar, with blanks between them; none of anything else.
  static func words(of value: OptionValue) -> [PlacedWord] {
    guard case .scalar(let text, _, _) = value else { return [] }
    let places = value.places
    var start = 0
    return text.split(separator: " ", omittingEmptySubsequences: false).compactMap { word in
      let range = start..<start + word.count
      start = range.upperBound + 1
      return word.isEmpty ? nil : PlacedWord(text: String(word), range: places.range(of: range))
    }
  }
}
