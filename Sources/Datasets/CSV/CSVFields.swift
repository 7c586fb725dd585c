/// The fields of a line of a CSV file.
///
/// A field that begins with a quote ends with one, and a separator between them is part of it, as are
/// two quotes for one (RFC 4180).
struct CSVFields {
  private static let quote = UInt8(ascii: "\"")

  /// The fields as they stand, spaces and quotes included.
  let fields: [ArraySlice<UInt8>]
  /// The last field, where its quote is never closed.
  let unclosed: Int?

  init(_ line: ArraySlice<UInt8>, separator: UInt8) {
    guard line.contains(Self.quote) else {
      fields = line.split(separator: separator, omittingEmptySubsequences: false)
      unclosed = nil
      return
    }
    var fields: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    while true {
      let end = Self.end(of: line[start...], before: separator)
      fields.append(line[start..<(end ?? line.endIndex)])
      guard let end, end < line.endIndex else {
        unclosed = end == nil ? fields.count - 1 : nil
        self.fields = fields
        return
      }
      start = end + 1
    }
  }

  /// Where the first field of a line ends; `nil` where its quote is never closed.
  private static func end(of rest: ArraySlice<UInt8>, before separator: UInt8) -> Int? {
    func end(from place: Int) -> Int {
      rest[place...].firstIndex(of: separator) ?? rest.endIndex
    }
    guard let first = rest.firstIndex(where: { $0 != UInt8(ascii: " ") }), rest[first] == quote
    else { return end(from: rest.startIndex) }
    var place = first + 1
    while let next = rest[place...].firstIndex(of: quote) {
      guard next + 1 < rest.endIndex, rest[next + 1] == quote else { return end(from: next) }
      place = next + 2
    }
    return nil
  }

  /// What a field says: without the spaces around it and its quotes; `nil` where something stands
  /// behind the last.
  static func content(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let field = field.trimmingSpaces
    guard field.first == quote else { return field }
    guard field.count > 1, field.last == quote else { return nil }
    let inner = field.dropFirst().dropLast()
    guard inner.contains(quote) else { return inner }
    var (content, place): ([UInt8], Int) = ([], inner.startIndex)
    while place < inner.endIndex {
      content.append(inner[place])
      let isDoubled =
        inner[place] == quote && place + 1 < inner.endIndex && inner[place + 1] == quote
      place += isDoubled ? 2 : 1
    }
    return content[...]
  }
}
