import Preview
import Testing

/// Heads of requests as they come, in pieces, from anyone.
@Suite struct HeadReaderTests {
  private func read(_ text: String, piece: Int = .max) throws(RequestProblem) -> RequestHead? {
    var reader = HeadReader()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      if let head = try reader.take(rest.prefix(piece)) { return head }
      rest = rest.dropFirst(piece)
    }
    return nil
  }

  @Test("A head is the same in one piece and byte by byte", arguments: [1, 2, 7, Int.max])
  func pieces(_ piece: Int) throws {
    let text = "GET /report?3 HTTP/1.1\r\nHost: \t127.0.0.1:8040 \r\nX-Empty:\r\n\r\nrest"
    let head = try #require(try read(text, piece: piece))
    #expect(head.method == "GET" && head.path == "/report")
    #expect(head["host"] == "127.0.0.1:8040" && head["x-empty"] == "" && head["origin"] == nil)
  }

  @Test("Lines may end in a line feed alone, and an unfinished head is none yet")
  func unfinished() throws {
    #expect(try read("GET / HTTP/1.0\nHost: a\n\n")?["host"] == "a")
    #expect(try read("GET / HTTP/1.1\r\nHost: a\r\n") == nil)
    #expect(try read("") == nil)
  }

  @Test(
    "What is no request is refused",
    arguments: [
      "\r\n\r\n", "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / x HTTP/1.1\r\n\r\n",
      "GET / FTP/1.1\r\n\r\n", "GET /\u{1B} HTTP/1.1\r\n\r\n", "GET /\u{E9} HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost\r\n\r\n", "GET / HTTP/1.1\r\n: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\u{0}\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
      "GET / HTTP/1.1\r\nOrigin: a\r\nOrigin: a\r\n\r\n", "GET / HTTP/1.1\rHost: a\r\n\r\n",
    ])
  func malformed(_ text: String) {
    #expect(throws: RequestProblem.malformed) { try read(text) }
  }

  @Test("Another version of the protocol is told as that")
  func version() {
    #expect(throws: RequestProblem.version) { try read("GET / HTTP/2.0\r\n\r\n") }
  }

  @Test("A head ends at 16 KB, whatever is in it")
  func bounds() throws {
    let limit = HeadReader.limit
    #expect(limit == 16_384)
    let start = "GET / HTTP/1.1\r\nX: "
    let fits = start + String(repeating: "x", count: limit - start.utf8.count - 4) + "\r\n\r\n"
    #expect(try read(fits)?["x"]?.utf8.count == limit - start.utf8.count - 4)
    #expect(throws: RequestProblem.longFields) { try read("x" + fits) }
    #expect(throws: RequestProblem.longFields) {
      try read("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 1 << 16))
    }
    #expect(throws: RequestProblem.longLine) {
      try read("GET /" + String(repeating: "a", count: 2_000_000))
    }
  }
}
