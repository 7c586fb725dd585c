/// The head of a request: its line and its fields.
///
/// https://www.rfc-editor.org/rfc/rfc9112#section-2
package struct RequestHead: Equatable, Sendable {
  package let method: String
  /// What is asked for, without its query.
  package let path: String
  /// Values by name in lower case.
  private let fields: [String: String]

  /// The value of a field, whose name is given in lower case; `nil` where there is none.
  package subscript(name: String) -> String? { fields[name] }

  /// Reads the lines of a head, up to the empty one at its end.
  init(_ bytes: ArraySlice<UInt8>) throws(RequestProblem) {
    var lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first else { throw .malformed }
    (method, path) = try Self.request(first)
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let (name, value) = try Self.field(line)
      // Of two hosts or origins, neither can be believed.
      guard fields.updateValue(value, forKey: name) == nil || !Self.once.contains(name) else {
        throw .malformed
      }
    }
    self.fields = fields
  }

  private static let once: Set = ["host", "origin", "sec-fetch-site", "sec-fetch-dest"]

  private static func request(
    _ line: ArraySlice<UInt8>
  ) throws(RequestProblem) -> (method: String, path: String) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isVisible) }) else {
      throw .malformed
    }
    guard parts[2].starts(with: "HTTP/".utf8) else { throw .malformed }
    guard parts[2].starts(with: "HTTP/1.".utf8) else { throw .version }
    let path = parts[1].prefix { $0 != UInt8(ascii: "?") }
    return (String(decoding: parts[0], as: UTF8.self), String(decoding: path, as: UTF8.self))
  }

  private static func field(
    _ line: ArraySlice<UInt8>
  ) throws(RequestProblem) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
    let (name, value) = (line[..<colon], line[line.index(after: colon)...])
    guard !name.isEmpty, name.allSatisfy(isVisible), value.allSatisfy(isText) else {
      throw .malformed
    }
    let start = value.firstIndex { !isBlank($0) } ?? value.endIndex
    let end = value.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return (
      String(decoding: name, as: UTF8.self).lowercased(),
      String(decoding: value[start..<end], as: UTF8.self)
    )
  }

  private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 9 }
}

/// Why a request cannot be answered as it asks.
package enum RequestProblem: Error, Equatable, Sendable {
  case malformed
  /// Its line does not end within what a head may have.
  case longLine
  /// Its fields do not end within what a head may have.
  case longFields
  /// It speaks another version of the protocol.
  case version
}
