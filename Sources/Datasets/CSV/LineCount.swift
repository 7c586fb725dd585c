#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Counts lines of bytes that come piece by piece; the last may have no end.
struct LineCount {
  private var ended = 0
  private var isWithin = false
  /// The lines up to the last that is not blank.
  private(set) var filled = 0

  /// All lines.
  var count: Int { ended + (isWithin ? 1 : 0) }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    var last = bytes.count - 1
    while last >= 0, bytes[last] == UInt8(ascii: "\n") || bytes[last] == UInt8(ascii: "\r") {
      last -= 1
    }
    var place = 0
    // From one to the next, since lines of images are long.
    while place < bytes.count,
      let found = memchr(start + place, Int32(UInt8(ascii: "\n")), bytes.count - place)
    {
      let newline = UnsafeRawPointer(found) - start
      if last >= place, last < newline { filled = ended + 1 }
      ended += 1
      place = newline + 1
    }
    isWithin = place < bytes.count
    if last >= place { filled = ended + 1 }
  }

  /// Counts all that is left of a file; returns how many bytes there were.
  mutating func add(allOf reader: InflatingReader) throws(DatasetError) -> Int {
    var buffer = [UInt8](repeating: 0, count: CSVFile.blockSize)
    var size = 0
    while true {
      let count = try reader.read(into: &buffer)
      if count == 0 { return size }
      buffer.withUnsafeBytes { add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      size += count
    }
  }
}

extension InputFile {
  /// How many lines there are in some bytes; the last may have no end.
  func countLines(in range: Range<Int>) throws(DatasetError) -> Int {
    var buffer = [UInt8](repeating: 0, count: min(CSVFile.blockSize, range.count))
    var offset = range.lowerBound
    var lines = LineCount()
    while offset < range.upperBound {
      let count = min(try read(at: offset, into: &buffer), range.upperBound - offset)
      guard count > 0 else { break }
      buffer.withUnsafeBytes { lines.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      offset += count
    }
    return lines.count
  }
}
