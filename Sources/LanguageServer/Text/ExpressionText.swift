import Expressions
import Results

/// An expression as far as it is written, seen letter by letter.
package enum ExpressionText {
  /// What stands before a place: the name that is begun there, and what it would be a member of.
  package struct Beginning: Equatable {
    /// The chain before the dot, such as `train.history.last`; `nil` where there is none.
    package let receiver: String?
    package let prefix: String

    package init(receiver: String?, prefix: String) {
      self.receiver = receiver
      self.prefix = prefix
    }
  }

  /// What is being written at the end of a text.
  package static func beginning(atEndOf text: String) -> Beginning {
    let characters = Array(text)
    var start = characters.count
    while start > 0, isNamePart(characters[start - 1]) { start -= 1 }
    let prefix = String(characters[start...])
    guard start > 0, characters[start - 1] == "." else {
      return Beginning(receiver: nil, prefix: prefix)
    }
    let first = chainStart(characters, before: start - 1)
    return Beginning(receiver: String(characters[first..<start - 1]), prefix: prefix)
  }

  /// A name within an expression.
  package struct Mention: Equatable {
    package let name: String
    /// What it is a member of; `nil` for a step or a function.
    package let receiver: String?
    /// The chain up to the name, with the arguments behind it.
    package let chain: String
    package let range: Range<Int>
  }

  /// The name that a place in an expression touches.
  package static func mention(in text: String, at place: Int) -> Mention? {
    let characters = Array(text)
    guard (0...characters.count).contains(place) else { return nil }
    var (start, end) = (place, place)
    while start > 0, isNamePart(characters[start - 1]) { start -= 1 }
    while end < characters.count, isNamePart(characters[end]) { end += 1 }
    guard start < end, characters[start].isLetter else { return nil }
    let name = String(characters[start..<end])
    var close = end
    if end < characters.count, characters[end] == "(" {
      var depth = 0
      while close < characters.count {
        if characters[close] == "(" { depth += 1 }
        if characters[close] == ")" { depth -= 1 }
        close += 1
        if depth == 0 { break }
      }
    }
    guard start > 0, characters[start - 1] == "." else {
      return Mention(
        name: name, receiver: nil, chain: String(characters[start..<close]), range: start..<end)
    }
    let first = chainStart(characters, before: start - 1)
    return Mention(
      name: name, receiver: String(characters[first..<start - 1]),
      chain: String(characters[first..<close]), range: start..<end)
  }

  /// Where the chain of names, calls and subscripts begins that ends before a place.
  private static func chainStart(_ characters: [Character], before end: Int) -> Int {
    var start = end
    var depth = 0
    while start > 0 {
      let character = characters[start - 1]
      switch character {
      case ")", "]": depth += 1
      case "(", "[":
        if depth == 0 { return start }
        depth -= 1
      case _ where depth > 0: break
      case ".": break
      case _ where isNamePart(character): break
      default: return start
      }
      start -= 1
    }
    return start
  }

  /// The place of the colon that begins a format; `nil` for none.
  package static func formatColon(in text: String) -> Int? {
    var quote: Character?
    var depth = 0
    for (place, character) in text.enumerated() {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "\"", "'": quote = character
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case ":" where depth == 0: return place
      default: break
      }
    }
    return nil
  }

  static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}
