import Spelling
import Testing

/// What is told of a character by its byte is what the standard library says of it.
@Suite struct PlainCharactersTests {
  /// All plain characters, each alone, with an accent, and some that are not plain.
  private static let characters: [Character] =
    (0..<0x80).flatMap { code -> [Character] in
      let scalar = Unicode.Scalar(UInt8(code))
      return [Character(scalar)] + Array("\(scalar)\u{301}")
    } + Array("\r\n\u{85}\u{A0}\u{2028}\u{3000}é²½五😀٣ß")

  @Test func saysWhatTheStandardLibraryDoes() {
    for character in Self.characters {
      let name = character.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      #expect(character.isSpace == character.isWhitespace, "\(name)")
      #expect(character.isLetterOfWord == character.isLetter, "\(name)")
      #expect(character.isDigitOfWord == character.isNumber, "\(name)")
      #expect(character.isLineEnd == character.isNewline, "\(name)")
    }
  }
}
