/// The word that a misspelt one is likely to stand for, or `nil` where none is near.
///
/// Nearness is the Damerau-Levenshtein distance (optimal string alignment): insertions,
/// deletions, substitutions and swaps of neighbours, at most about a third of the word's length.
package func suggestion(for word: String, among words: [String]) -> String? {
  let folded = word.lowercased()
  if let same = words.first(where: { $0.lowercased() == folded }) { return same }
  let limit = min(max(1, word.count / 3), word.count - 1)
  var best: (word: String, distance: Int)?
  for candidate in words {
    guard let distance = editDistance(folded, candidate.lowercased(), atMost: limit) else {
      continue
    }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// Edits from one word to another, swaps of neighbours counting as one; `nil` above `limit`.
package func editDistance(_ first: String, _ second: String, atMost limit: Int) -> Int? {
  guard abs(first.count - second.count) <= limit else { return nil }
  let a = Array(first)
  let b = Array(second)
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(last[j + 1], row[j]) + 1
      cost = min(cost, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    // Later rows follow from these two, and never fall below the lesser of them.
    guard row.min() ?? 0 <= limit || last.min() ?? 0 <= limit else { return nil }
    beforeLast = last
    last = row
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
