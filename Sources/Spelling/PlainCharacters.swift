// What is asked of nearly every character of a notebook. The standard library looks each up in tables
// of Unicode's; plain ones are told by their byte. As there, the first scalar decides.

extension Character {
  /// Whether it is white space, as `isWhitespace` has it.
  package var isSpace: Bool {
    guard let byte = plainByte else { return isWhitespace }
    return byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether it is a letter, as `isLetter` has it.
  package var isLetterOfWord: Bool {
    guard let byte = plainByte else { return isLetter }
    return (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether it is a digit or another number, as `isNumber` has it.
  package var isDigitOfWord: Bool {
    guard let byte = plainByte else { return isNumber }
    return (0x30...0x39).contains(byte)
  }

  /// Whether it ends a line, as `isNewline` has it.
  package var isLineEnd: Bool {
    guard let byte = plainByte else { return isNewline }
    return (0x0A...0x0D).contains(byte)
  }

  private var plainByte: UInt8? { utf8.first.flatMap { $0 < 0x80 ? $0 : nil } }
}
