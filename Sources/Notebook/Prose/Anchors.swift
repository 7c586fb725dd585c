import Spelling

/// Makes the anchors of headings, each unique, as GitHub does.
struct Anchors {
  private var taken: Set<String> = []
  /// The next number to try for a repeated anchor.
  private var numbers: [String: Int] = [:]

  /// The heading's words in lower case, joined by hyphens; repeated ones get `-1`, `-2`, ….
  mutating func anchor(for heading: [Inline]) -> String {
    let base = Self.slug(plainText(of: heading, values: []))
    var anchor = base
    var number = numbers[base] ?? 1
    while !taken.insert(anchor).inserted {
      anchor = "\(base)-\(number)"
      number += 1
    }
    numbers[base] = number
    return anchor
  }

  private static func slug(_ text: String) -> String {
    var slug = ""
    for character in text.lowercased() {
      if character.isLetterOfWord || character.isDigitOfWord || character == "-" || character == "_"
      {
        slug.append(character)
      } else if character == " " {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    slug = String(slug.drop { $0 == "-" })
    return slug.isEmpty ? "section" : slug
  }
}
