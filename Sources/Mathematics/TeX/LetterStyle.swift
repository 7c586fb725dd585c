/// The alphabets of mathematics, which Unicode has as characters of their own.
///
/// MathML Core has no other way to make a letter bold or double-struck: of `mathvariant` it keeps
/// `normal` alone.
enum LetterStyle: String {
  case italic = "mathit"
  case upright = "mathrm"
  case bold = "mathbf"
  case boldItalic = "boldsymbol"
  case doubleStruck = "mathbb"
  case script = "mathcal"
  case fraktur = "mathfrak"
  case sansSerif = "mathsf"
  case typewriter = "mathtt"

  init?(command: String) {
    let synonyms = ["bm": "boldsymbol", "mathscr": "mathcal", "mathnormal": "mathit"]
    self.init(rawValue: synonyms[command] ?? command)
  }

  static let commands = [
    "mathit", "mathrm", "mathbf", "boldsymbol", "mathbb", "mathcal", "mathfrak", "mathsf",
    "mathtt", "bm", "mathscr", "mathnormal",
  ]

  /// Whether letters that follow one another make a word.
  var makesWords: Bool {
    switch self {
    case .upright, .bold, .sansSerif, .typewriter: true
    case .italic, .boldItalic, .doubleStruck, .script, .fraktur: false
    }
  }

  /// The letter or digit of this alphabet; the same where it has none.
  func styled(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    if let exception = Self.exceptions[self]?[character] { return exception }
    let found: UInt32? =
      switch scalar.value {
      case 0x41...0x5A: starts.capital.map { $0 + scalar.value - 0x41 }
      case 0x61...0x7A: starts.small.map { $0 + scalar.value - 0x61 }
      case 0x30...0x39: starts.digit.map { $0 + scalar.value - 0x30 }
      case 0x391...0x3A9: greek.map { $0 + scalar.value - 0x391 }
      case 0x3B1...0x3C9: greek.map { $0 + 26 + scalar.value - 0x3B1 }
      default: nil
      }
    return found.flatMap(Unicode.Scalar.init).map(Character.init) ?? character
  }

  /// Where the block Mathematical Alphanumeric Symbols (Unicode, U+1D400) has each alphabet.
  private var starts: (capital: UInt32?, small: UInt32?, digit: UInt32?) {
    switch self {
    case .upright: (nil, nil, nil)
    case .italic: (0x1D434, 0x1D44E, nil)
    case .bold: (0x1D400, 0x1D41A, 0x1D7CE)
    case .boldItalic: (0x1D468, 0x1D482, 0x1D7CE)
    case .doubleStruck: (0x1D538, 0x1D552, 0x1D7D8)
    case .script: (0x1D49C, 0x1D4B6, nil)
    case .fraktur: (0x1D504, 0x1D51E, nil)
    case .sansSerif: (0x1D5A0, 0x1D5BA, 0x1D7E2)
    case .typewriter: (0x1D670, 0x1D68A, 0x1D7F6)
    }
  }

  /// Where the block has the capital alpha.
  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  /// Letters that Unicode had before it had the block.
  private static let exceptions: [Self: [Character: Character]] = [
    .italic: ["h": "ℎ"],
    .doubleStruck: [
      "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
    ],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
      "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
  ]
}
