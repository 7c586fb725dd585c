/// A file of two columns that is told by its header and one character a row.
///
/// The rule: a header without quotation marks, then rows `1,d`, `2,d`, … `n,d` whose first column
/// counts from 1 and whose second is a single digit; every line ends with a newline. Twenty-eight
/// thousand answers so take 28 KB of the page in place of 280. `script.js` writes the file again.
struct NumberedLabels {
  /// The first line, without its newline.
  let header: String
  /// The second column, from its first row to its last.
  let digits: String

  /// Nothing for a file of any other form, even if it differs by a byte.
  init?(_ contents: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    guard let end = contents.firstIndex(of: newline), contents.last == newline,
      end + 1 < contents.count,
      let header = String(validating: contents[..<end], as: UTF8.self),
      header.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
    else { return nil }
    var digits: [UInt8] = []
    var number: [UInt8] = []
    var place = end + 1
    while place < contents.count {
      Self.count(&number)
      let row = number + [UInt8(ascii: ",")]
      let rest = contents[place...].prefix(row.count + 2)
      guard rest.count == row.count + 2, rest.starts(with: row), rest.last == newline,
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(rest[place + row.count])
      else { return nil }
      digits.append(rest[place + row.count])
      place = rest.endIndex
    }
    self.header = header
    self.digits = String(decoding: digits, as: UTF8.self)
  }

  /// Makes a number in decimal digits one larger.
  private static func count(_ number: inout [UInt8]) {
    for place in number.indices.reversed() {
      if number[place] < UInt8(ascii: "9") { number[place] += 1; return }
      number[place] = UInt8(ascii: "0")
    }
    number.insert(UInt8(ascii: "1"), at: 0)
  }
}
