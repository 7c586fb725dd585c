/// The word that a misspelt one is likely to stand for, or `nil` where none is near.
///
/// Nearness is the Damerau-Levenshtein distance (optimal string alignment): insertions,
/// deletions, substitutions and swaps of neighbours, at most about a third of the word's length.
package func suggestion(for word: String, among words: [String]) -> String? {
  let folded = word.lowercased()
  if let same = words.first(where: { $0.lowercased() == folded }) { return same }
  var search = NearestWord(to: Array(folded))
  for (place, candidate) in words.enumerated() {
    guard search.goesOn else { break }
    search.compare(Array(candidate.lowercased()), at: place)
  }
  return search.place.map { words[$0] }
}

/// Edits from one word to another, swaps of neighbours counting as one; `nil` above `limit`.
package func editDistance(_ first: String, _ second: String, atMost limit: Int) -> Int? {
  guard abs(first.count - second.count) <= limit else { return nil }
  var table = EditTable(columns: second.count)
  return table.distance(Array(first), Array(second), atMost: limit)
}
