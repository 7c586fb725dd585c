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
    let lines = contents.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 2, let first = lines.first, let last = lines.last, last.isEmpty,
      let header = String(validating: first, as: UTF8.self),
      header.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
    else { return nil }
    var digits = ""
    for (index, line) in lines.dropFirst().dropLast().enumerated() {
      guard let digit = line.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit),
        line.dropLast().elementsEqual("\(index + 1),".utf8)
      else { return nil }
      digits.unicodeScalars.append(Unicode.Scalar(digit))
    }
    self.header = header
    self.digits = digits
  }
}
