import LanguageServer
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Messages as clients write them, and what no client should.
@Suite struct MessageReaderTests {
  private func readings(_ text: String) throws -> [MessageReader.Reading] {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let bytes = Array(text.utf8)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    var reader = MessageReader(ends[0])
    var readings: [MessageReader.Reading] = []
    repeat { readings.append(reader.next()) } while readings.last != .ended
    return readings
  }

  @Test func readsMessagesOneAfterTheOther() throws {
    let found = try readings(
      "Content-Length: 17\r\n\r\n{\"method\": \"a\"}  "
        + "content-length: 8\r\nContent-Type: x\r\n\r\n[1, 2.5]")
    #expect(found == [.message(["method": "a"]), .message([1, .number(2.5)]), .ended])
  }

  @Test func countsBytesAndNotCharacters() throws {
    #expect(
      try readings("Content-Length: 6\r\n\r\n\"𝔻\"") == [.message("𝔻"), .ended])
  }

  @Test func goesOnAfterWhatIsNoJSON() throws {
    #expect(
      try readings("Content-Length: 3\r\n\r\n{{{Content-Length: 4\r\n\r\nnull")
        == [.malformed, .message(.null), .ended])
  }

  @Test(arguments: [
    "", "Content-Length: 9\r\n\r\n1", "Content-Length: -1\r\n\r\n", "Content-Length: x\r\n\r\n",
    "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: 999999999\r\n\r\n",
    String(repeating: "x", count: 9_000), "\r\n\r\n\r\n",
  ])
  func endsWhereNothingCanBeToldApart(text: String) throws {
    #expect(try readings(text) == [.ended])
  }
}
