/// The word nearest to `word`, if one is near enough to be meant; the first of several.
package func suggestion(for word: String, among words: [String]) -> String? {
  let limit = max(1, word.count / 3)
  let near = words.map { (word: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
    .filter { $0.distance <= limit && $0.word != word }
  return near.min { $0.distance < $1.distance }?.word
}

/// How many insertions, deletions, replacements and swaps of neighbours turn one word into the
/// other: the optimal string alignment distance of Damerau and Levenshtein.
func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
      row.append(least)
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
