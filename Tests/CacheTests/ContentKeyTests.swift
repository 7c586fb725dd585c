import Cache
import Testing

@Suite struct ContentKeyTests {
  /// Made with Python's hashlib and struct from the documented form.
  @Test func isTheDigestOfTheDocumentedBytes() throws {
    var builder = ContentKey.Builder(kind: "train", version: 3)
    builder.add("optimizer", "größe")
    builder.add("iterations", -500)
    builder.add("rate", 0.1)
    builder.add("shuffle", true)
    builder.add("raw", [0, 255])
    builder.add("input", try #require(ContentKey(hexadecimal: String(repeating: "0", count: 64))))
    #expect(
      builder.key.description
        == "38d96c9a2853a3ceb6ce33783dc9dca99dfffc6418d8a9b64ac1ff57430d2ef5")
  }

  /// Descriptions that differ only in where one field ends and the next begins.
  @Test func tellsDescriptionsApart() {
    func key(_ describe: (inout ContentKey.Builder) -> Void) -> ContentKey {
      var builder = ContentKey.Builder(kind: "train", version: 1)
      describe(&builder)
      return builder.key
    }
    let keys = [
      key { _ in },
      key { $0.add("a", "bc") }, key { $0.add("ab", "c") }, key { $0.add("a", [98, 99]) },
      key { $0.add("a", 1) }, key { $0.add("a", 1.0) }, key { $0.add("a", "1") },
      key { $0.add("a", true) }, key { $0.add("a", 0.0) }, key { $0.add("a", -0.0) },
      key {
        $0.add("a", ""); $0.add("b", "")
      },
      key {
        $0.add("b", ""); $0.add("a", "")
      },
      key {
        $0.add("a", "b"); $0.add("c", "d")
      }, key { $0.add("a", "bcd") },
      ContentKey.Builder(kind: "train", version: 2).key,
      ContentKey.Builder(kind: "split", version: 1).key,
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: [
    "", "abc", String(repeating: "g", count: 64), String(repeating: "A", count: 64),
  ])
  func takesOnlyDigests(text: String) {
    #expect(ContentKey(hexadecimal: text) == nil)
  }
}
