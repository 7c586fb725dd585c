import Foundation
import Testing

/// The documentation is what the program says of itself.
@Suite struct DocumentationTests {
  @Test("What docs/notebook.md has from the program is what the program prints")
  func generatedParts() throws {
    let bench = try Workbench()
    let page = try String(
      contentsOf: Workbench.root.appending(path: "docs/notebook.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "<!-- daybook ").dropFirst()
    #expect(parts.count == 2)
    for part in parts {
      let command = try #require(part.components(separatedBy: " -->").first)
      let outcome = try bench.run(
        Workbench.program.path(), command.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(command): \(outcome.error)")
      let written = try #require(part.components(separatedBy: "\n<!-- end -->").first)
      #expect(
        written == "\(command) -->\n\n\(outcome.output)",
        "run 'make docs' and commit docs/notebook.md")
    }
  }

  @Test("daybook expressions prints the language as text and as Markdown")
  func expressions() throws {
    let bench = try Workbench()
    let text = try bench.daybook("expressions")
    #expect(text.status == 0)
    #expect(text.output.contains("round(x, digits)"))
    #expect(try bench.daybook("expressions", "--markdown").output.contains("| `a ** b` |"))
    #expect(try bench.daybook("steps", "load", "--markdown").output.hasPrefix("### load\n"))
  }
}
