/// Parses the rows of one segment of a file.
struct CSVRowParser {
  let path: String
  let header: CSVHeader
  let storage: LevelStorage
  let destination: CSVDestination
  /// The row that comes next, counted within the file.
  private(set) var row: Int
  /// The texts among the labels, in the order in which they came.
  private(set) var texts: [String] = []
  private var places: [String: Int32] = [:]
  /// Four zeros and their separators.
  private let zeros: UInt64
  /// Columns before and behind those of pixels.
  private let leading: Int
  private let trailing: Int

  init(
    path: String, header: CSVHeader, storage: LevelStorage, destination: CSVDestination,
    firstRow: Int
  ) {
    self.path = path
    self.header = header
    self.storage = storage
    self.destination = destination
    row = firstRow
    let pair = UInt64(UInt8(ascii: "0")) | UInt64(header.separator) << 8
    zeros = UInt64(littleEndian: pair | pair << 16 | pair << 32 | pair << 48)
    leading = header.firstPixel
    trailing = header.columns - header.firstPixel - header.imageSize
  }

  /// Parses whole lines, each with its end: `bytes[count - 1]` is a line feed.
  ///
  /// `end` is the row after the last that there is room for; a file that grows while it is read
  /// has more.
  mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) throws(DatasetError) {
    var start = 0
    while start < bytes.count, row < end {
      if !header.isScattered, let next = parsePlainLine(bytes, from: start) {
        start = next
      } else {
        let stop = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        try parseAnyLine(bytes[start..<stop])
        start = stop + 1
      }
      row += 1
    }
  }

  /// Parses a line without quotes; returns where the next begins, `nil` for any other.
  ///
  /// Never reads past a line feed, and the last byte is one: every byte read but the first of a
  /// field follows a byte that is none.
  private mutating func parsePlainLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int?
  {
    guard let base = bytes.baseAddress else { return nil }
    var next = base + start
    for column in 0..<leading {
      guard parsePlainField(column, &next), next[0] == header.separator else { return nil }
      next += 1
    }
    let pixels = destination.pixels + row * header.imageSize
    let isParsed =
      storage.factor == 1
      ? parseLevels(&next, into: pixels, within: bytes) : parseFractions(&next, into: pixels)
    guard isParsed else { return nil }
    for column in 0..<trailing {
      guard next[0] == header.separator else { return nil }
      next += 1
      guard parsePlainField(leading + header.imageSize + column, &next) else { return nil }
    }
    if next[0] == UInt8(ascii: "\r") { next += 1 }
    guard next[0] == UInt8(ascii: "\n") else { return nil }
    return next - base + 1
  }

  /// Whole levels, each with its separator but the last.
  private func parseLevels(
    _ next: inout UnsafePointer<UInt8>, into pixels: UnsafeMutablePointer<UInt8>,
    within bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    // Four zeros and their separators at once, as long as eight bytes are there.
    let lastWide = base + (bytes.count - 8)
    let largest = UInt32(storage.largest)
    let (separator, zeros) = (header.separator, zeros)
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
      guard let level = Self.level(&next, atMost: largest) else { return false }
      if next[0] != separator {
        guard Self.skipZeroFraction(&next), next[0] == separator else { return false }
      }
      pixels[column] = level
      next += 1
      column += 1
    }
    guard let level = Self.level(&next, atMost: largest) else { return false }
    if next[0] == UInt8(ascii: ".") { guard Self.skipZeroFraction(&next) else { return false } }
    pixels[last] = level
    return true
  }

  /// One to three digits; leaves `next` behind them.
  @inline(__always)
  private static func level(_ next: inout UnsafePointer<UInt8>, atMost largest: UInt32) -> UInt8? {
    while next[0] == UInt8(ascii: " ") { next += 1 }
    var value = UInt32(next[0] &- UInt8(ascii: "0"))
    guard value <= 9 else { return nil }
    next += 1
    for _ in 0..<2 {
      let digit = UInt32(next[0] &- UInt8(ascii: "0"))
      guard digit <= 9 else { break }
      value = value * 10 + digit
      next += 1
    }
    return value <= largest ? UInt8(truncatingIfNeeded: value) : nil
  }

  /// A point and zeros, as whole numbers have them where they were written as fractions: `5.0`.
  private static func skipZeroFraction(_ next: inout UnsafePointer<UInt8>) -> Bool {
    guard next[0] == UInt8(ascii: ".") else { return false }
    next += 1
    while next[0] == UInt8(ascii: "0") { next += 1 }
    return true
  }

  private func parseFractions(
    _ next: inout UnsafePointer<UInt8>, into pixels: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    for column in 0..<header.imageSize {
      if column > 0 {
        guard next[0] == header.separator else { return false }
        next += 1
      }
      while next[0] == UInt8(ascii: " ") { next += 1 }
      guard let number = PlainNumber.parse(&next), let level = storage.byte(number) else {
        return false
      }
      pixels[column] = level
    }
    return true
  }

  /// A field that is no pixel: up to the separator or the end of the line, which it leaves.
  private mutating func parsePlainField(_ column: Int, _ next: inout UnsafePointer<UInt8>) -> Bool {
    let start = next
    while next[0] != header.separator, next[0] != UInt8(ascii: "\n"),
      next[0] != UInt8(ascii: "\r")
    {
      if next[0] == UInt8(ascii: "\"") { return false }
      next += 1
    }
    return take(
      UnsafeBufferPointer(
        rebasing: UnsafeBufferPointer(start: start, count: next - start).trimmingSpaces), column)
  }

  /// Keeps what a field says that is no pixel; whether it can be that.
  mutating func take(_ field: UnsafeBufferPointer<UInt8>, _ column: Int) -> Bool {
    guard column == header.label else {
      if let ids = destination.ids { ids[row] = String(decoding: field, as: UTF8.self) }
      return true
    }
    guard let labels = destination.labels else { return true }
    if let number = PlainNumber.whole(field) {
      labels[row] = number
      return true
    }
    guard let place = place(of: field) else { return false }
    labels[row] = -1 - place
    return true
  }

  /// The place of a label's text among those of the segment; `nil` where it is none, or there are
  /// more than there can be classes.
  private mutating func place(of field: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard (1...100).contains(field.count), field.allSatisfy({ $0 >= 32 && $0 != 127 }),
      let text = String(validating: field, as: UTF8.self)?.trimmingSpaces, !text.isEmpty,
      Double(text) == nil
    else { return nil }
    if let place = places[text] { return place }
    guard texts.count < ClassList.bounds.upperBound else { return nil }
    let place = Int32(texts.count)
    texts.append(text)
    places[text] = place
    return place
  }
}
