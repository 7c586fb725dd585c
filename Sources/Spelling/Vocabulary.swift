/// Words that misspelt ones may stand for, made ready once for any number of searches.
package struct Vocabulary: Sendable {
  package private(set) var words: [String] = []
  /// The words in lower case.
  private var folded: [[Character]] = []
  /// The first place of each word in lower case.
  private var places: [String: Int] = [:]

  package init(_ words: [String] = []) {
    for word in words { append(word) }
  }

  package mutating func append(_ word: String) {
    let lowercased = word.lowercased()
    if places[lowercased] == nil { places[lowercased] = words.count }
    words.append(word)
    folded.append(Array(lowercased))
  }

  /// The word that a misspelt one is likely to stand for, as `suggestion` finds it.
  package func nearest(to word: String) -> String? {
    if let same = places[word.lowercased()] { return words[same] }
    return nearest(to: word, among: words.indices)
  }

  /// The same among the words at some places.
  package func nearest(to word: String, among candidates: some Sequence<Int>) -> String? {
    var search = NearestWord(to: Array(word.lowercased()))
    for place in candidates {
      guard search.goesOn else { break }
      search.compare(folded[place], at: place)
    }
    return search.place.map { words[$0] }
  }
}
