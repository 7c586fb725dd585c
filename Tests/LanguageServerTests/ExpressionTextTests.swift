import LanguageServer
import Testing

/// Expressions that are being written.
@Suite struct ExpressionTextTests {
  @Test(
    arguments: [
      ("", nil, ""), ("de", nil, "de"), ("dev.", "dev", ""), ("dev.acc", "dev", "acc"),
      ("1 - train.history.last.l", "train.history.last", "l"),
      ("max(dev.per-class[0].f", "dev.per-class[0]", "f"),
      ("a.count(1, b.c).x", "a.count(1, b.c)", "x"),
      ("(dev.confusion).", "(dev.confusion)", ""),
    ] as [(String, String?, String)])
  func knowsWhatIsBegun(text: String, receiver: String?, prefix: String) {
    #expect(ExpressionText.beginning(atEndOf: text) == .init(receiver: receiver, prefix: prefix))
  }

  @Test func knowsWhatANameIsAMemberOf() {
    let text = "1 + dev.confusion.recall(3).low"
    #expect(ExpressionText.mention(in: text, at: 5)?.chain == "dev")
    #expect(ExpressionText.mention(in: text, at: 20)?.chain == "dev.confusion.recall(3)")
    #expect(ExpressionText.mention(in: text, at: 20)?.receiver == "dev.confusion")
    #expect(ExpressionText.mention(in: text, at: 29)?.chain == text.dropFirst(4).description)
    #expect(ExpressionText.mention(in: text, at: 1) == nil)
  }

  @Test func findsWhereAFormatBegins() {
    #expect(ExpressionText.formatColon(in: "dev.accuracy:.1%") == 12)
    #expect(ExpressionText.formatColon(in: "train.history.at(iteration: 250).loss") == nil)
    #expect(ExpressionText.formatColon(in: "\"a:b\":s") == 5)
  }
}
