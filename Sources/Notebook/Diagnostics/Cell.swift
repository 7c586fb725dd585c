import VisibleText

/// A character as a terminal shows it, and how many columns it takes.
struct Cell {
  let text: String
  let width: Int

  /// Scalars of a character that are shown at most: any number of marks may stand on a letter.
  private static let mostScalars = 16

  /// Columns from one tab stop to the next.
  private static let tabWidth = 4

  /// `column` is where the character begins, from 0.
  init(_ character: Character, at column: Int) {
    if character == "\t" {
      width = Self.tabWidth - column % Self.tabWidth
      text = String(repeating: " ", count: width)
      return
    }
    let shown = String(character.unicodeScalars.prefix(Self.mostScalars))
    let visible = makingControlsVisible(shown)
    text = visible
    width = visible == shown ? Self.width(of: character) : visible.count
  }

  /// The columns of a visible character: two for East Asian wide ones and emoji (UAX #11).
  private static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    if character.unicodeScalars.contains("\u{FE0F}"), first.properties.isEmoji { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wideRanges.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The blocks of East Asian Width W and F outside emoji.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
