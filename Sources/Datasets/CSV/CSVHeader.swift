/// The first line of a CSV file in Kaggle's form: `label,pixel0,pixel1,…`, or without the label.
///
/// Other sets of the same shape count pixels from 1 (Fashion-MNIST), or name them by row and column:
/// `1x1,1x2,…`.
struct CSVHeader: Equatable {
  let hasLabel: Bool
  /// Pixels of a row.
  let imageSize: Int
  /// Bytes of the line, its end included.
  let byteCount: Int

  var columns: Int { imageSize + (hasLabel ? 1 : 0) }

  /// The longest header that is read.
  static let longest = 1 << 20

  init(_ file: InputFile) throws(DatasetError) {
    guard file.size > 0 else { throw DatasetError(.empty, in: file.path) }
    var bytes = [UInt8](repeating: 0, count: min(file.size, Self.longest))
    let count = try file.read(at: 0, into: &bytes)
    let end = bytes[..<count].firstIndex(of: UInt8(ascii: "\n")) ?? count
    byteCount = min(end + 1, file.size)
    // A byte order mark is no part of the first name.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = bytes[min(start, end)..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let names = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map(Self.unquoted)
    hasLabel = names.first == "label"
    let pixels = names.dropFirst(hasLabel ? 1 : 0)
    imageSize = pixels.count
    guard (1...65_536).contains(imageSize) else {
      throw DatasetError(
        .header(found: Self.excerpt(names), expected: "label,pixel0,pixel1,…"), in: file.path,
        line: 1)
    }
    let expected = Self.expected(like: pixels)
    if let wrong = zip(pixels, expected).enumerated().first(where: { $1.0 != $1.1 }) {
      let column = wrong.offset + (hasLabel ? 1 : 0)
      throw DatasetError(
        column < 2
          ? .header(found: Self.excerpt(names), expected: "label,pixel0,pixel1,…")
          : .columnName(found: wrong.element.0, expected: wrong.element.1), in: file.path, line: 1,
        column: column < 2 ? nil : column + 1)
    }
  }

  /// The names that pixels must have, by the first of them.
  private static func expected(like pixels: ArraySlice<String>) -> [String] {
    let side = Int(Double(pixels.count).squareRoot().rounded())
    switch pixels.first {
    case "1x1" where side * side == pixels.count:
      return pixels.indices.enumerated().map { place, _ in
        "\(place / side + 1)x\(place % side + 1)"
      }
    case "pixel1": return (1...pixels.count).map { "pixel\($0)" }
    default: return (0..<pixels.count).map { "pixel\($0)" }
    }
  }

  private static func unquoted(_ name: ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    let inner =
      name.count > 1 && name.first == quote && name.last == quote
      ? name.dropFirst().dropLast() : name
    return String(decoding: inner.prefix(40), as: UTF8.self)
  }

  private static func excerpt(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ",") + (names.count > 3 ? ",…" : "")
  }

  /// What the field at an index of a row holds.
  func field(_ index: Int) -> DatasetError.CSVField {
    hasLabel ? (index == 0 ? .label : .pixel(index - 1)) : .pixel(index)
  }
}
