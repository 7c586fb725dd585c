extension CSVRowParser {
  /// Parses any line, field by field, and finds what is wrong with it.
  mutating func parseAnyLine(_ line: Slice<UnsafeBufferPointer<UInt8>>)
    throws(DatasetError)
  {
    var bytes = Array(line)
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    let number = row + header.firstLine
    guard !bytes.isEmpty else { throw DatasetError(.blankLine, in: path, line: number) }
    let found = CSVFields(bytes[...], separator: header.separator)
    if let unclosed = found.unclosed {
      throw DatasetError(.quote, in: path, line: number, column: unclosed + 1)
    }
    let fields = found.fields
    guard fields.count == header.columns else {
      throw DatasetError(
        .columns(found: fields.count, expected: header.columns), in: path, line: number)
    }
    for (index, field) in fields.enumerated() {
      guard let text = CSVFields.content(field) else {
        throw DatasetError(.quote, in: path, line: number, column: index + 1)
      }
      switch header.field(index) {
      case .pixel(let pixel):
        guard let level = PlainNumber.any(text).flatMap(storage.byte) else {
          throw DatasetError(
            problem(.pixel(pixel), text), in: path, line: number, column: index + 1)
        }
        destination.pixels[row * header.imageSize + pixel] = level
      case .label, nil:
        let isTaken = text.withUnsafeBufferPointer { take($0, index) }
        guard isTaken else {
          let isText = String(validating: text, as: UTF8.self) != nil
          throw DatasetError(
            isText ? .field(.label, found: Self.visible(text)) : .notUTF8, in: path, line: number,
            column: index + 1)
        }
      }
    }
  }

  private func problem(_ field: DatasetError.CSVField, _ text: ArraySlice<UInt8>)
    -> DatasetError.Problem
  {
    let found = Self.visible(text)
    return storage.largest == 255
      ? .field(field, found: found) : .fieldLevel(field, found: found, largest: storage.largest)
  }

  /// What a field holds as an error shows it: short, and without control characters.
  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(24), as: UTF8.self)
    return String(
      text.map { $0.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } ? $0 : "�" })
      + (bytes.count > 24 ? "…" : "")
  }
}
