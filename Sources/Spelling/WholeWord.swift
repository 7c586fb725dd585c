/// The only word that a shorter one is a part of, between hyphens, or the beginning; `nil` where there
/// is none, or more.
///
/// Parts are whole, as `rate` is of `learning-rate`; beginnings have three letters, as `acc` has of
/// `accuracy`.
package func wholeWord(of part: String, among words: [String]) -> String? {
  let part = part.lowercased()
  guard (1...mostLetters).contains(part.utf8.count) else { return nil }
  let wholes = words.prefix(mostWords).filter { word in
    word.split(separator: "-").contains { $0 == part } || part.count > 2 && word.hasPrefix(part)
  }
  return wholes.count == 1 ? wholes[0] : nil
}

/// Bounds for a notebook of thousands of mistakes among thousands of names.
private let mostLetters = 30
private let mostWords = 100
