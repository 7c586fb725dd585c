/// Lines without a blank one among them: what the parser takes for a paragraph is no longer.
struct ParagraphMarks {
  /// The index of its first line.
  let start: Int
  private(set) var marks = OpenMarks()
  private(set) var lineCount = 0
  private(set) var bars = 0
  private(set) var mostBars = 0
  private(set) var hasDelimiterRow = false
  /// Rows of hyphens that do not fit the line above, before one that does: at each the parser
  /// divides the whole paragraph into cells.
  private(set) var lostDelimiterRows = 0

  private var isTable = false
  private var cellsBefore = 0

  init(start: Int) {
    self.start = start
  }

  mutating func append(_ line: String.UTF8View) {
    for byte in line { marks.append(byte) }
    marks.append(UInt8(ascii: "\n"))
    lineCount += 1
    let bars = Self.bars(in: line)
    self.bars += bars
    mostBars = max(mostBars, bars)
    let cells = Self.cells(in: line, bars: bars)
    if bars > 0, line.allSatisfy({ Self.delimiters.contains($0) }) {
      hasDelimiterRow = true
      if cells == cellsBefore { isTable = true }
      if !isTable { lostDelimiterRows += 1 }
    }
    cellsBefore = cells
  }

  /// Bars without a backslash before them.
  static func bars(in line: String.UTF8View) -> Int {
    var bars = 0
    var isEscaped = false
    for byte in line {
      if byte == UInt8(ascii: "|"), !isEscaped { bars += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return bars
  }

  /// Cells of a row: bars at its ends divide nothing.
  static func cells(in line: String.UTF8View, bars: Int) -> Int {
    let first = line.first { !indentation.contains($0) }
    let last = line.last { $0 != UInt8(ascii: " ") && $0 != 9 }
    let bar = UInt8(ascii: "|")
    return bars + 1 - (first == bar ? 1 : 0) - (last == bar && bars > 1 ? 1 : 0)
  }

  private static let indentation = Set("> \t".utf8)
  /// What a row of hyphens and its quote marks may hold.
  static let delimiters = Set("|-: \t>+*".utf8)
}

/// Counts marks that are open, byte by byte.
struct OpenMarks {
  /// `<?` since the last `?>`.
  private(set) var instructions = 0
  /// `<!` and a letter since the last `>`.
  private(set) var declarations = 0
  /// `<![CDATA[` since the last `]]>`.
  private(set) var sections = 0
  private(set) var mostOpenImages = 0
  /// The most closing parentheses between two blanks.
  private(set) var longestClosing = 0

  /// The most addresses of mail in a line.
  private(set) var mostAddresses = 0

  private var closing = 0
  private var addresses = 0
  /// Whether each open bracket is an image's.
  private var brackets: [Bool] = []
  private var openImages = 0
  /// The bytes before, the latest lowest.
  private var recent: UInt64 = 0

  mutating func append(_ byte: UInt8) {
    let last = UInt8(truncatingIfNeeded: recent)
    let beforeLast = UInt8(truncatingIfNeeded: recent >> 8)
    if last == UInt8(ascii: "@"), byte > UInt8(ascii: " "), beforeLast > UInt8(ascii: " ") {
      addresses += 1
      mostAddresses = max(mostAddresses, addresses)
    }
    switch byte {
    case UInt8(ascii: "?") where last == UInt8(ascii: "<"): instructions += 1
    case UInt8(ascii: "["): open(isImage: last == UInt8(ascii: "!"), last, beforeLast)
    case UInt8(ascii: "]"): if brackets.popLast() == true { openImages -= 1 }
    case UInt8(ascii: ">"): close(last, beforeLast)
    case UInt8(ascii: ")"): closing += 1
    case UInt8(ascii: "\n"): (closing, addresses) = (0, 0)
    case UInt8(ascii: " "), 9: closing = 0
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if last == UInt8(ascii: "!"), beforeLast == UInt8(ascii: "<") { declarations += 1 }
    default: break
    }
    longestClosing = max(longestClosing, closing)
    recent = recent << 8 | UInt64(byte)
  }

  private mutating func open(isImage: Bool, _ last: UInt8, _ beforeLast: UInt8) {
    if isImage, beforeLast == UInt8(ascii: "<") { sections += 1 }
    brackets.append(isImage)
    if isImage { openImages += 1 }
    mostOpenImages = max(mostOpenImages, openImages)
  }

  private mutating func close(_ last: UInt8, _ beforeLast: UInt8) {
    declarations = 0
    if last == UInt8(ascii: "?") { instructions = 0 }
    if last == UInt8(ascii: "]"), beforeLast == UInt8(ascii: "]") { sections = 0 }
  }
}
