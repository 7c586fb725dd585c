import Testing
import VisibleText

@Suite struct WorkflowCommandTests {
  @Test(
    "No line of text is a command to GitHub's runner",
    arguments: [
      ("::error::x", "\\::error::x"),
      ("a\n \t::stop-commands::t\n", "a\n \t\\::stop-commands::t\n"),
      ("a ##[error]x", "a ##\\[error]x"), ("###[b]", "###\\[b]"), (":::", "\\:::"),
      ("a ::b", "a ::b"), (": :", ": :"), ("# [a] #[b]", "# [a] #[b]"), ("", ""),
      ("é::\n", "é::\n"),
    ])
  func text(_ text: String, _ shown: String) {
    #expect(withoutWorkflowCommands(text) == shown)
  }
}
