import Parallel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A CSV file that has been looked over: its header, and where its rows are.
struct CSVFile: Sendable {
  let path: String
  let header: CSVHeader
  /// Parts of the file that threads read side by side, in order; one where it is gzipped.
  let segments: [Segment]
  private let isCancelled: @Sendable () -> Bool
  /// The open file; `nil` where it is gzipped, and read from its beginning each time.
  private let file: InputFile?

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

  /// How many rows are looked at where only the beginning of a file is.
  private static let firstRows = 16

  /// The header of a file, with a look at its first rows, and the most rows that there can be.
  ///
  /// - Throws: `DatasetError` also for the first of these rows that cannot be read.
  static func outline(
    of path: String, _ declared: CSVDeclaration, _ storage: LevelStorage, needsLabel: Bool,
    pixels: Int?
  ) throws(DatasetError) -> (header: CSVHeader, mostRows: Int) {
    let reader = try InflatingReader(path, isCancelled: { false })
    let (header, read) = try header(reader, declared, needsLabel: needsLabel, pixels: pixels)
    var lines = LineCount()
    read.withUnsafeBytes { lines.add($0) }
    guard lines.filled > 0 else { throw DatasetError(.noRows, in: path) }
    let most = header.mostRows(in: reader.mostBytes)
    guard let end = read.lastIndex(of: UInt8(ascii: "\n")) else { return (header, most) }
    let rows = min(firstRows, lines.filled)
    var levels = [UInt8](repeating: 0, count: rows * header.imageSize)
    var labels = [Int32](repeating: 0, count: rows)
    try levels.withUnsafeMutableBufferPointer { levels in
      labels.withUnsafeMutableBufferPointer { labels in
        Result { () throws(DatasetError) in
          guard let levels = levels.baseAddress else { return }
          var parser = CSVRowParser(
            path: path, header: header, storage: storage,
            destination: CSVDestination(pixels: levels, labels: labels.baseAddress, ids: nil),
            firstRow: 0)
          try read[...end].withUnsafeBufferPointer { bytes in
            Result { () throws(DatasetError) in try parser.parse(bytes, before: rows) }
          }.get()
        }
      }
    }.get()
    return (header, most)
  }

  private static func header(
    _ reader: InflatingReader, _ declared: CSVDeclaration, needsLabel: Bool, pixels: Int?
  ) throws(DatasetError) -> (header: CSVHeader, read: ArraySlice<UInt8>) {
    let size = reader.isGzipped ? CSVLines.longest : min(reader.size, CSVLines.longest)
    var bytes = [UInt8](repeating: 0, count: max(1, size))
    let count = try reader.read(into: &bytes)
    guard count > 0 else { throw DatasetError(.empty, in: reader.path) }
    let lines = try CSVLines(bytes[..<count], of: reader.path)
    let header = try CSVHeader(lines, declared, needsLabel: needsLabel, pixels: pixels)
    return (header, bytes[min(header.byteCount, count)..<count])
  }

  init(
    _ path: String, _ declared: CSVDeclaration, needsLabel: Bool, pixels: Int? = nil, threads: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(DatasetError) {
    self.path = path
    self.isCancelled = isCancelled
    let reader = try InflatingReader(path, isCancelled: isCancelled)
    let (header, rest) = try Self.header(
      reader, declared, needsLabel: needsLabel, pixels: pixels)
    self.header = header
    if reader.isGzipped {
      file = nil
      var lines = LineCount()
      rest.withUnsafeBytes { lines.add($0) }
      let size = try lines.add(allOf: reader) + rest.count
      guard lines.filled > 0 else { throw DatasetError(.noRows, in: path) }
      let segment = Segment(
        bytes: header.byteCount..<header.byteCount + size, firstRow: 0, rows: lines.filled)
      segments = Self.plausible([segment], header, bytes: size)
      return
    }
    let file = try InputFile(path, isCancelled: isCancelled)
    self.file = file
    let end = try Self.end(of: file, after: header.byteCount)
    guard end > header.byteCount else { throw DatasetError(.noRows, in: path) }
    var segments = try Self.divide(header.byteCount..<end, of: file, parts: threads * 4)
    try Self.countRows(&segments, of: file)
    self.segments = Self.plausible(segments, header, bytes: end - header.byteCount)
  }

  /// Reads the bytes of a segment from its beginning on.
  func reader(of segment: Segment) throws(DatasetError) -> CSVSegmentReader {
    if let file { return CSVSegmentReader(file: file, bytes: segment.bytes) }
    let reader = try InflatingReader(path, isCancelled: isCancelled)
    return try CSVSegmentReader(inflating: reader, bytes: segment.bytes)
  }

  /// The rows that there can be at most, and one more where there are more lines.
  ///
  /// Of more lines than there is room for, one among the first is too short: no more are read, nor is
  /// there memory for them.
  private static func plausible(
    _ segments: [Segment], _ header: CSVHeader, bytes: Int
  ) -> [Segment] {
    let most = header.mostRows(in: bytes) + 1
    return segments.filter { $0.firstRow < most }.map { segment in
      var segment = segment
      segment.rows = min(segment.rows, most - segment.firstRow)
      return segment
    }
  }
}

extension CSVFile {
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
