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
    // Where the header is as long as can be, its rows are beyond what is looked at.
    guard lines.filled > 0 || read.endIndex == CSVLines.longest else {
      throw DatasetError(.noRows, in: path)
    }
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
