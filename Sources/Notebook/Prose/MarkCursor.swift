/// A place among the marks that a line begins with.
struct MarkCursor {
  private var rest: Substring.UTF8View
  /// The columns before the place: a tab goes on to the next of every four.
  private var column = 0

  init(_ line: String.UTF8View) {
    let last = line.lastIndex { !Self.isSpace($0) }
    rest = last.map { line[...$0] } ?? line[..<line.startIndex]
  }

  /// Whether nothing but space is left.
  var isBlank: Bool { rest.isEmpty }

  /// Whether what is left is a rule, which looks like the marks of items.
  var isRule: Bool {
    guard let mark = rest.first, "-*".utf8.contains(mark) else { return false }
    var count = 0
    for byte in rest {
      guard byte == mark || Self.isSpace(byte) else { return false }
      if byte == mark { count += 1 }
    }
    return count >= 3
  }

  /// The columns of space before the next character, as far as they are asked for.
  func indentation(upTo limit: Int) -> Int {
    var end = column
    for byte in rest {
      guard Self.isSpace(byte), end - column < limit else { break }
      end += Self.width(of: byte, at: end)
    }
    return min(limit, end - column)
  }

  /// Moves past columns of space, of which a tab may be cut.
  mutating func skipColumns(_ count: Int) {
    let end = column + count
    while column < end, let next = rest.first, Self.isSpace(next) {
      let width = Self.width(of: next, at: column)
      if column + width <= end { rest.removeFirst() }
      column = min(end, column + width)
    }
  }

  /// Moves past the mark of a quote, if there is one.
  mutating func skipQuote() -> Bool {
    let indentation = indentation(upTo: 4)
    var mark = self
    mark.skipColumns(indentation)
    guard indentation < 4, mark.rest.first == UInt8(ascii: ">") else { return false }
    mark.skip(1)
    mark.skipColumns(1)
    self = mark
    return true
  }

  /// Moves past the mark of an item; gives its columns, or `nil` for none.
  mutating func skipItem() -> Int? {
    let digits = rest.prefix(10).prefix { (0x30...0x39).contains($0) }.count
    guard digits <= 9, let mark = rest.dropFirst(digits).first,
      (digits == 0 ? "-+*" : ".)").utf8.contains(mark),
      rest.dropFirst(digits + 1).first.map(Self.isSpace) ?? true
    else { return nil }
    skip(digits + 1)
    return digits + 1
  }

  /// Moves past the label of a footnote, `[^label]:`, if there is one.
  mutating func skipFootnote() -> Bool {
    guard rest.starts(with: "[^".utf8) else { return false }
    let label = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "]") && !Self.isSpace($0) }
    guard !label.isEmpty, rest[label.endIndex...].starts(with: "]:".utf8) else { return false }
    skip(label.count + 4)
    skipColumns(indentation(upTo: .max))
    return true
  }

  private mutating func skip(_ count: Int) {
    rest = rest.dropFirst(count)
    column += count
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 }

  private static func width(of space: UInt8, at column: Int) -> Int {
    space == 9 ? 4 - column % 4 : 1
  }
}
