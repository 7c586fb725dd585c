/// Text taken out of a file, in pieces, that knows where in the file each byte stands.
///
/// Markdown and YAML both drop prefixes, escapes and line ends; this keeps the way back.
struct MappedText {
  private struct Piece {
    let offset: Int
    let start: SourcePosition
  }

  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  /// Characters a piece holds at most, so that finding a column never reads a whole long line.
  private static let longestPiece = 256

  /// Appends text that stands on one line of the file, from `start` on.
  mutating func append(_ text: some StringProtocol, at start: SourcePosition) {
    // No text has more characters than bytes.
    guard text.utf8.count > Self.longestPiece else {
      guard !text.isEmpty else { return }
      pieces.append(Piece(offset: bytes.count, start: start))
      bytes += text.utf8
      return
    }
    var rest = text[...]
    var position = start
    while !rest.isEmpty {
      let head = rest.prefix(Self.longestPiece)
      pieces.append(Piece(offset: bytes.count, start: position))
      bytes += head.utf8
      position = position.advanced(by: Self.longestPiece)
      rest = rest[head.endIndex...]
    }
  }

  /// Where the byte at `offset` stands; the end of the text for an offset past it.
  func position(of offset: Int) -> SourcePosition {
    let next = pieces.partitioningIndex { $0.offset > offset }
    guard next > 0 else { return pieces.first?.start ?? SourcePosition(line: 1, column: 1) }
    let piece = pieces[next - 1]
    let head = bytes[piece.offset..<max(piece.offset, min(offset, bytes.count))]
    return piece.start.advanced(by: String(decoding: head, as: UTF8.self).count)
  }

  /// The stretch of the file from the first of some bytes to just past the last of them.
  ///
  /// `after` is where an empty stretch stands.
  func range(of offsets: ArraySlice<Int>, emptyAt after: Int) -> SourceRange {
    guard let first = offsets.first, let last = offsets.last else {
      let place = position(of: after)
      return SourceRange(place, place)
    }
    return SourceRange(position(of: first), position(of: last + 1))
  }
}
