/// Reads a part of a file from its beginning to its end, in blocks of whole lines.
struct CSVSegmentReader {
  private let file: InputFile?
  private let inflating: InflatingReader?
  private var offset: Int
  private let end: Int
  /// Bytes of the inflated file that are read and not yet used.
  private var carried = 0

  init(file: InputFile, bytes: Range<Int>) {
    self.file = file
    inflating = nil
    offset = bytes.lowerBound
    end = bytes.upperBound
  }

  /// Takes a file at its beginning.
  init(inflating reader: InflatingReader, bytes: Range<Int>) throws(DatasetError) {
    file = nil
    inflating = reader
    offset = bytes.lowerBound
    end = bytes.upperBound
    var skipped = [UInt8](repeating: 0, count: bytes.lowerBound)
    _ = try reader.read(into: &skipped)
  }

  var isAtEnd: Bool { offset >= end }

  /// Fills the buffer from where the last block was used up to; returns how many bytes there are.
  ///
  /// It has room for a byte more than a block: a last line without an end gets one.
  mutating func fill(_ buffer: inout [UInt8]) throws(DatasetError) -> Int {
    let wanted = min(buffer.count - 1, end - offset)
    var count: Int
    if let file {
      count = min(try file.read(at: offset, into: &buffer), wanted)
    } else {
      let room = wanted - carried
      let kept = carried
      count =
        try buffer.withUnsafeMutableBytes { bytes in
          Result { () throws(DatasetError) in
            try inflating?.read(
              into: UnsafeMutableRawBufferPointer(rebasing: bytes[kept..<kept + room])) ?? 0
          }
        }.get() + kept
      carried = count
    }
    let isLast = offset + count >= end
    if isLast, count > 0, buffer[count - 1] != UInt8(ascii: "\n") {
      buffer[count] = UInt8(ascii: "\n")
      count += 1
    }
    return count
  }

  /// Goes on behind bytes of the buffer that are used.
  mutating func use(_ count: Int, of buffer: inout [UInt8]) {
    offset += count
    guard file == nil else { return }
    let rest = max(0, carried - count)
    if rest > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        base.copyMemory(from: base + count, byteCount: rest)
      }
    }
    carried = rest
  }
}
