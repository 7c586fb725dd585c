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

  @Test("Words of a hundred letters and hundreds of words are compared")
  func many() {
    let heading = String(repeating: "the-nearest-mean-", count: 6)
    #expect(suggestion(for: heading + "clas", among: ["load", heading + "class"]) != nil)
    let names = (0..<900).map { "name-\($0)" } + ["validation"]
    #expect(suggestion(for: "valdiation", among: names) == "validation")
    #expect(Vocabulary(names).nearest(to: "valdiation") == "validation")
    #expect(Vocabulary(names).nearest(to: "VALIDATION") == "validation")
    #expect(Vocabulary(names).nearest(to: "valdiation", among: 0..<900) == nil)
    #expect(Vocabulary(names).nearest(to: "name-134", among: [3, 12, 13, 134, 135]) == "name-134")
  }

  @Test("Words that nobody reads to the end are not compared, but for their capitals")
  func endless() {
    let long = String(repeating: "a", count: 100_000)
    #expect(suggestion(for: long + "b", among: [long + "c"]) == nil)
    #expect(suggestion(for: long + "b", among: [long + "B"]) == long + "B")
    #expect(Vocabulary([long + "B"]).nearest(to: long + "b") == long + "B")
  }

  /// What `editDistance` finds, found by the definition: the least of all ways.
  @Test func distances() {
    let words = ["", "a", "ab", "ba", "abc", "acb", "bca", "abcd", "badc", "bdac", "aabb", "abab"]
    for first in words {
      for second in words {
        let expected = Self.distance(Array(first)[...], Array(second)[...])
        for limit in 0...4 {
          let found = editDistance(first, second, atMost: limit)
          #expect(found == (expected <= limit ? expected : nil), "\(first) \(second) \(limit)")
        }
      }
    }
  }

  private static func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let first = a.first, let second = b.first else { return a.count + b.count }
    var least = distance(a.dropFirst(), b.dropFirst()) + (first == second ? 0 : 1)
    least = min(least, distance(a.dropFirst(), b) + 1, distance(a, b.dropFirst()) + 1)
    if let third = a.dropFirst().first, let fourth = b.dropFirst().first, first == fourth,
      second == third
    {
      least = min(least, distance(a.dropFirst(2), b.dropFirst(2)) + 1)
    }
    return least
  }

  /// A third of the word's length, and one edit in any case.
  @Test(arguments: [
    ("abc", "abx", true), ("abc", "axx", false), ("abcdef", "abcdxx", true),
    ("abcdef", "abcxxx", false), ("abcdefghi", "abcdefxxx", true), ("ab", "xy", false),
  ])
  func limit(_ word: String, _ known: String, _ isNear: Bool) {
    #expect((suggestion(for: word, among: [known]) != nil) == isNear)
  }

  @Test(
    "A part or the beginning of one word alone means it",
    arguments: [
      ("rate", "learning-rate"), ("RATE", "learning-rate"), ("acc", "accuracy"), ("ac", nil),
      ("class", nil), ("counts", "class-counts"), ("earning", nil), ("", nil), ("-", nil),
      (String(repeating: "a", count: 100), nil),
    ] as [(String, String?)])
  func wholes(_ part: String, _ whole: String?) {
    let words = ["learning-rate", "accuracy", "per-class", "class-counts"]
    #expect(wholeWord(of: part, among: words) == whole)
  }
}
