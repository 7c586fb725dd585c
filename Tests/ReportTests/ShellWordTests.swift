import Report
import Testing

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("train.rate=0.1", "train.rate=0.1"), ("", "''"), ("a b", "'a b'"), ("$a", "'$a'"),
    ("it's", "'it'\\''s'"), ("é", "'é'"), ("'\u{301};a", "''\\''\u{301};a'"),
  ])
  func words(_ word: String, _ written: String) {
    #expect(Array(shellWord(word).utf8) == Array(written.utf8))
  }

  @Test("What is escaped is read back as it was, whatever follows a mark")
  func escapes() {
    for text in ["<a b=\"c\">&amp;'", "\"\u{301}&lt;\u{301}", "&#39", "&quot"] {
      #expect(Array(unescaped(escaped(text)).utf8) == Array(text.utf8))
    }
  }
}
