/// Where the sentence of a claim ends: the place of the colon of `sentence: expression`; `nil` where
/// there is none.
///
/// It is the last `: ` of the line but for those within parentheses, brackets and quotes of the
/// expression, which is read from its end; so a sentence may hold colons and apostrophes.
package func claimColon(in line: some RandomAccessCollection<Character>) -> Int? {
  let characters = Array(line)
  var depth = 0
  /// The mark that the text ends with in which the place is.
  var quote: Character?
  var fallback: Int?
  for place in characters.indices.reversed() {
    let character = characters[place]
    switch character {
    case "\"", "'":
      if quote == nil {
        quote = character
      } else if quote == character, !isEscaped(place, in: characters) {
        quote = nil
      }
    case ")" where quote == nil, "]" where quote == nil: depth += 1
    case "(" where quote == nil, "[" where quote == nil: depth = max(0, depth - 1)
    case ":" where place + 1 < characters.count && characters[place + 1].isSpace:
      if depth == 0, quote == nil { return place }
      // Of a line whose brackets do not match, the last one has to do.
      fallback = fallback ?? place
    default: break
    }
  }
  return fallback
}

/// Whether a backslash that is none itself stands before a place.
private func isEscaped(_ place: Int, in characters: [Character]) -> Bool {
  let before = characters[..<place].reversed().prefix { $0 == "\\" }
  return !before.count.isMultiple(of: 2)
}
