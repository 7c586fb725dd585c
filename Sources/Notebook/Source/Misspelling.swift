import Spelling

/// A word that nothing is called, and the one that was likely meant.
package struct Misspelling: Sendable, Equatable {
  /// The word as it is written, without quotes around it.
  package let word: String
  package let meant: String

  package init(_ word: String, meant: String) {
    self.word = word
    self.meant = meant
  }

  /// The nearest of some words; `nil` where none is near.
  package init?(_ word: String, among words: [String]) {
    guard let near = suggestion(for: word, among: words) else { return nil }
    self.init(word, meant: near)
  }

  var question: String { "did you mean '\(meant)'?" }
}

extension Diagnostic {
  /// What mends a misspelt word: the word that was meant, in its place and in that of nothing else.
  ///
  /// `nil` where it is not plain where the word stands: an editor would destroy what is around it.
  package func correction(in source: SourceFile) -> (range: SourceRange, text: String)? {
    guard let range, let misspelling, range.start.line == range.end.line,
      source.lines.indices.contains(range.start.line - 1)
    else { return nil }
    let text = source.lines[range.start.line - 1].dropFirst(range.start.column - 1)
      .prefix(range.end.column - range.start.column)
    guard let place = Self.onlyPlace(of: Array(misspelling.word), in: Array(text)) else {
      return nil
    }
    let start = range.start.advanced(by: place)
    return (SourceRange(start, start.advanced(by: misspelling.word.count)), misspelling.meant)
  }

  /// Where a word stands in a text, from 0, with no other letter beside it; `nil` where it does not,
  /// or more than once.
  private static func onlyPlace(of word: [Character], in text: [Character]) -> Int? {
    guard !word.isEmpty, word.count <= text.count else { return nil }
    if word == text { return 0 }
    func isOfWord(_ place: Int) -> Bool {
      text.indices.contains(place)
        && (text[place].isLetterOfWord || text[place].isDigitOfWord || "-_".contains(text[place]))
    }
    let places = (0...text.count - word.count).filter { place in
      text[place] == word[0] && text[place..<place + word.count].elementsEqual(word)
        && !isOfWord(place - 1) && !isOfWord(place + word.count)
    }
    return places.count == 1 ? places[0] : nil
  }
}
