/// The first lines of a CSV file, apart into fields.
struct CSVLines {
  let path: String
  /// What stands between fields: a comma, a semicolon or a tab.
  let separator: UInt8
  let first: [String]
  /// Bytes of the first line, its end included.
  let firstSize: Int
  /// The bytes of a mark before the first line that tells the encoding.
  let markSize: Int

  /// The longest line that is read.
  static let longest = CSVFile.blockSize

  /// Takes the beginning of a file, as much of it as a line can be long.
  init(_ beginning: ArraySlice<UInt8>, of path: String) throws(DatasetError) {
    self.path = path
    let kind = FileKind(beginning: beginning)
    guard kind == .text || kind == .json else {
      throw DatasetError(.foreign(kind, expected: "a CSV file"), in: path)
    }
    // A byte order mark is no part of the first name.
    markSize = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let newline = beginning.firstIndex(of: UInt8(ascii: "\n"))
    guard newline != nil || !beginning.dropLast().contains(UInt8(ascii: "\r")) else {
      throw DatasetError(.carriageReturns, in: path)
    }
    guard newline != nil || beginning.count < Self.longest else {
      throw DatasetError(.longLine, in: path, line: 1)
    }
    let end = newline ?? beginning.endIndex
    firstSize = end - beginning.startIndex + (newline == nil ? 0 : 1)
    var line = beginning[min(beginning.startIndex + markSize, end)..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let separator = Self.separator(of: line)
    self.separator = separator
    first = CSVFields(line, separator: separator).fields.map { field in
      String(decoding: CSVFields.content(field) ?? field, as: UTF8.self)
    }
  }

  private static func separator(of line: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in line.count { $0 == candidate } }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[most]
  }
}
