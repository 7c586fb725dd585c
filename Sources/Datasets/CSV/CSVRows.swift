/// Where the rows of a file go: the pixels and labels of all files stand one after another.
///
/// Both pointers have room for every row from `firstRow` on that the file has, and each row is
/// written by one thread only.
struct CSVDestination: @unchecked Sendable {
  let pixels: UnsafeMutablePointer<UInt8>
  /// `nil` where the file has no labels.
  let labels: UnsafeMutablePointer<UInt8>?
}

/// Parses the rows of one segment of a file.
struct CSVRowParser {
  let path: String
  let header: CSVHeader
  let destination: CSVDestination
  /// The row that comes next, counted within the file.
  private(set) var row: Int

  init(path: String, header: CSVHeader, destination: CSVDestination, firstRow: Int) {
    self.path = path
    self.header = header
    self.destination = destination
    row = firstRow
  }

  /// Parses whole lines, each with its end: `bytes[count - 1]` is a line feed.
  ///
  /// `end` is the row after the last that there is room for; a file that grows while it is read
  /// has more.
  mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) throws(DatasetError) {
    var start = 0
    while start < bytes.count, row < end {
      if let next = parsePlainLine(bytes, from: start) {
        start = next
      } else {
        let stop = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        try parseAnyLine(bytes[start..<stop])
        start = stop + 1
      }
      row += 1
    }
  }

  /// Parses a line of numbers without quotes; returns where the next begins, `nil` for any other.
  ///
  /// Never reads past a line feed, and the last byte is one: every byte read but the first of a
  /// field follows a byte that is a digit, a comma or a carriage return.
  private func parsePlainLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var next = base + start
    if header.hasLabel {
      let label = next[0] &- UInt8(ascii: "0")
      guard label <= 9, next[1] == UInt8(ascii: ",") else { return nil }
      destination.labels?[row] = label
      next += 2
    }
    let pixels = destination.pixels + row * header.imageSize
    // Four zeros and their commas at once, as long as eight bytes are there.
    let lastWide = base + (bytes.count - 8)
    let zeros = UInt64(littleEndian: 0x2C30_2C30_2C30_2C30)
    var column = 0
    let last = header.imageSize - 1
    while column < last {
      if next <= lastWide, column + 4 <= last,
        UnsafeRawPointer(next).loadUnaligned(as: UInt64.self) == zeros
      {
        UnsafeMutableRawPointer(pixels + column).storeBytes(of: 0, as: UInt32.self)
        next += 8
        column += 4
        continue
      }
      guard let level = Self.level(&next), next[0] == UInt8(ascii: ",") else { return nil }
      pixels[column] = level
      next += 1
      column += 1
    }
    guard let level = Self.level(&next) else { return nil }
    pixels[last] = level
    if next[0] == UInt8(ascii: "\r") { next += 1 }
    guard next[0] == UInt8(ascii: "\n") else { return nil }
    return next - base + 1
  }

  /// One to three digits of at most 255; leaves `next` behind them.
  @inline(__always)
  private static func level(_ next: inout UnsafePointer<UInt8>) -> UInt8? {
    var value = UInt32(next[0] &- UInt8(ascii: "0"))
    guard value <= 9 else { return nil }
    next += 1
    for _ in 0..<2 {
      let digit = UInt32(next[0] &- UInt8(ascii: "0"))
      guard digit <= 9 else { break }
      value = value * 10 + digit
      next += 1
    }
    return value <= 255 ? UInt8(truncatingIfNeeded: value) : nil
  }
}

extension CSVRowParser {
  /// Parses any line, field by field, and finds what is wrong with it.
  private func parseAnyLine(_ line: Slice<UnsafeBufferPointer<UInt8>>) throws(DatasetError) {
    var bytes = Array(line)
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    let number = row + 2
    guard !bytes.isEmpty else { throw DatasetError(.blankLine, in: path, line: number) }
    let fields = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard fields.count == header.columns else {
      throw DatasetError(
        .columns(found: fields.count, expected: header.columns), in: path, line: number)
    }
    for (index, field) in fields.enumerated() {
      let text = try unquoted(field, line: number, column: index + 1)
      let isLabel = header.hasLabel && index == 0
      guard let value = Self.number(text), value <= (isLabel ? 9 : 255) else {
        throw DatasetError(
          .field(header.field(index), found: Self.visible(text)), in: path, line: number,
          column: index + 1)
      }
      if isLabel {
        destination.labels?[row] = UInt8(value)
      } else {
        let pixel = index - (header.hasLabel ? 1 : 0)
        destination.pixels[row * header.imageSize + pixel] = UInt8(value)
      }
    }
  }

  private func unquoted(_ field: ArraySlice<UInt8>, line: Int, column: Int) throws(DatasetError)
    -> ArraySlice<UInt8>
  {
    let quote = UInt8(ascii: "\"")
    guard field.first == quote else { return field }
    guard field.count > 1, field.last == quote else {
      throw DatasetError(.quote, in: path, line: line, column: column)
    }
    return field.dropFirst().dropLast()
  }

  /// A whole number of up to three digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...3).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// What a field holds as an error shows it: short, and without control characters.
  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(24), as: UTF8.self)
    return String(
      text.map { $0.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } ? $0 : "�" })
      + (bytes.count > 24 ? "…" : "")
  }
}
