import Parallel

extension CSVFile {
  /// The end of the last line that is not blank.
  static func end(of file: InputFile, after start: Int) throws(DatasetError)
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
  static func divide(
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
  static func lineStart(
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

  static func countRows(_ segments: inout [Segment], of file: InputFile)
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
