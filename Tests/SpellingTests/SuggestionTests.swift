import Spelling
import Testing

@Suite struct SuggestionTests {
  static let words = ["train", "evaluate", "learning-rate", "of", "plot"]

  @Test(
    arguments: [
      ("transposition", "trian", "train"), ("missing", "evalute", "evaluate"),
      ("added", "plott", "plot"), ("changed", "trein", "train"),
      ("capitals", "EVALUATE", "evaluate"), ("four of twelve", "lerning-rat", "learning-rate"),
      ("short", "fo", "of"), ("nothing near", "load", nil), ("one letter", "x", nil),
      ("empty", "", nil), ("two of five", "traxx", nil), ("itself", "of", "of"),
      ("endless", String(repeating: "x", count: 100_000), nil),
    ] as [(String, String, String?)])
  func nearest(_ name: String, _ word: String, _ expected: String?) {
    #expect(suggestion(for: word, among: Self.words) == expected, "\(name)")
  }

  @Test func nearestOfSeveral() {
    #expect(suggestion(for: "tran", among: ["trap", "train"]) == "trap")
    #expect(suggestion(for: "trainn", among: ["drain", "train"]) == "train")
  }

  /// A third of the word's length, and one edit in any case.
  @Test(arguments: [
    ("abc", "abx", true), ("abc", "axx", false), ("abcdef", "abcdxx", true),
    ("abcdef", "abcxxx", false), ("abcdefghi", "abcdefxxx", true), ("ab", "xy", false),
  ])
  func limit(_ word: String, _ known: String, _ isNear: Bool) {
    #expect((suggestion(for: word, among: [known]) != nil) == isNear)
  }
}
