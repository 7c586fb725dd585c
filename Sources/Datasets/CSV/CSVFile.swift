#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A CSV file that has been looked over: its header, and where its rows are.
struct CSVFile: Sendable {
  let file: InputFile
  let header: CSVHeader
  /// Parts of the file that threads read side by side, in order.
  let segments: [Segment]

  /// Whole lines of the file.
  struct Segment: Sendable {
    let bytes: Range<Int>
    /// The number of its first row among all of the file's, from 0.
    var firstRow: Int
    var rows: Int
  }

  var rowCount: Int { segments.last.map { $0.firstRow + $0.rows } ?? 0 }

  /// Bytes that are read at once.
  static let blockSize = 1 << 20

  init(
    _ path: String, threads: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DatasetError) {
    let file = try InputFile(path, isCancelled: isCancelled)
    let header = try CSVHeader(file)
    let end = try Self.end(of: file, after: header.byteCount)
    guard end > header.byteCount else { throw DatasetError(.noRows, in: path) }
    var segments = try Self.divide(header.byteCount..<end, of: file, parts: threads * 4)
    try Self.countRows(&segments, of: file)
    self.file = file
    self.header = header
    self.segments = Self.plausible(segments, columns: header.columns, bytes: end - header.byteCount)
  }

  /// The rows that there can be at most, and one more where there are more lines.
  ///
  /// A field takes a byte and another for the comma or line end behind it. Of more lines than that
  /// leaves room for, one among the first is too short: no more are read, nor is there memory for
  /// them.
  private static func plausible(_ segments: [Segment], columns: Int, bytes: Int) -> [Segment] {
    let most = (bytes + 1) / (2 * columns) + 1
    return segments.filter { $0.firstRow < most }.map { segment in
      var segment = segment
      segment.rows = min(segment.rows, most - segment.firstRow)
      return segment
    }
  }

  /// The end of the last line that is not blank.
  private static func end(of file: InputFile, after start: Int) throws(DatasetError)
    -> Int
  {
    var end = file.size
    var buffer = [UInt8](repeating: 0, count: 4096)
    while end > start {
      let from = max(start, end - buffer.count)
      let count = min(try file.read(at: from, into: &buffer), end - from)
      guard count > 0 else { break }
      let last = buffer[..<count].lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      if let last { return from + last + 1 }
      end = from
    }
    return end
  }

  /// Divides bytes into about equal parts that begin where lines do.
  private static func divide(
    _ bytes: Range<Int>, of file: InputFile, parts: Int
  ) throws(DatasetError) -> [Segment] {
    var starts = [bytes.lowerBound]
    for part in 1..<max(2, parts) {
      let wanted = bytes.lowerBound + bytes.count * part / max(1, parts)
      guard let last = starts.last, wanted > last else { continue }
      guard let line = try lineStart(after: wanted, of: file, before: bytes.upperBound),
        line > last
      else { break }
      starts.append(line)
    }
    let ends = starts.dropFirst() + [bytes.upperBound]
    return zip(starts, ends).map { Segment(bytes: $0..<$1, firstRow: 0, rows: 0) }
  }

  /// Where the first line after `offset` begins; `nil` where there is none.
  private static func lineStart(
    after offset: Int, of file: InputFile, before end: Int
  ) throws(DatasetError) -> Int? {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    var offset = offset
    while offset < end {
      let count = try file.read(at: offset, into: &buffer)
      if let newline = buffer[..<count].firstIndex(of: UInt8(ascii: "\n")) {
        let start = offset + newline + 1
        return start < end ? start : nil
      }
      guard count > 0 else { return nil }
      offset += count
    }
    return nil
  }

  private static func countRows(_ segments: inout [Segment], of file: InputFile)
    throws(DatasetError)
  {
    let ranges = segments.map(\.bytes)
    let counts = concurrentMap(ranges.count) { index in
      Result { () throws(DatasetError) in try file.countLines(in: ranges[index]) }
    }
    var row = 0
    for (index, count) in counts.enumerated() {
      segments[index].firstRow = row
      segments[index].rows = try count.get()
      row += segments[index].rows
    }
  }
}

extension InputFile {
  /// How many lines there are in some bytes; the last may have no end.
  fileprivate func countLines(in range: Range<Int>) throws(DatasetError) -> Int {
    var buffer = [UInt8](repeating: 0, count: min(CSVFile.blockSize, range.count))
    var offset = range.lowerBound
    var lines = 0
    var last = UInt8(ascii: "\n")
    while offset < range.upperBound {
      let count = min(try read(at: offset, into: &buffer), range.upperBound - offset)
      guard count > 0 else { break }
      buffer.withUnsafeBytes {
        lines += Self.lineFeeds(in: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      last = buffer[count - 1]
      offset += count
    }
    return lines + (last == UInt8(ascii: "\n") ? 0 : 1)
  }

  /// How many line feeds there are: from one to the next, since lines of images are long.
  private static func lineFeeds(in bytes: UnsafeRawBufferPointer) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var (place, count) = (0, 0)
    while place < bytes.count,
      let found = memchr(start + place, Int32(UInt8(ascii: "\n")), bytes.count - place)
    {
      count += 1
      place = UnsafeRawPointer(found) - start + 1
    }
    return count
  }
}
