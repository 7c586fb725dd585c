import Testing
import VisibleText

@Suite struct VisibleTextTests {
  @Test(
    "Controls are written out, all else stays",
    arguments: [
      ("a b é 漢 👩‍🔬", "a b é 漢 👩‍🔬"), ("\u{1B}]0;owned\u{7}", "␛]0;owned␇"),
      ("a\nb\r\tc", "a␊b␍␉c"), ("\u{7F}\u{9B}2J", "␡\\u{9B}2J"), ("\u{202E}x", "\\u{202E}x"),
    ])
  func visible(_ text: String, _ shown: String) {
    #expect(makingControlsVisible(text) == shown)
  }
}
