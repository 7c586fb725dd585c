import Notebook
import Plan
import Publishing
import TestFolders
import Testing

/// Links to other notebooks of the same folder.
@Suite struct NotebookLinkTests {
  @Test("A notebook that is copied without those it links to runs, and is told of them")
  func copiedAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("nb.md", "See [one](one.md), [two](two.md) and [two](two.md) again.\n")
    try folder.write("two.md", "Text\n")
    let plan = try Plan(publishing: folder.path + "/nb.md")
    #expect(plan.warnings.count == 1)
    let warning = try #require(plan.warnings.first)
    #expect(warning.severity == .warning)
    #expect(warning.message.hasPrefix("there is no notebook 'one.md' beside this one"))
    #expect(warning.range?.start.column == 11)
    try folder.write("one.md", "Text\n")
    #expect(try Plan(publishing: folder.path + "/nb.md").warnings.isEmpty)
  }

  @Test(
    "Links in the front matter and in captions are held to the same rules as those of the prose")
  func besideTheProse() throws {
    let folder = try TemporaryFolder()
    try folder.write("data.csv", "label,a\n")
    try folder.write(
      "nb.md",
      """
      ---
      title: A [title](javascript:1)
      references:
        work: A [work](javascript:2)
      ---

      See [^work].

      ```load
      csv: data.csv
      tables: ["Its [classes](javascript:3)"]
      ```
      """)
    let problems = try #require(throws: NotebookProblems.self) {
      try Plan(publishing: folder.path + "/nb.md")
    }
    #expect(
      problems.diagnostics.map(\.message)
        == (1...3).map { "a report follows no link to 'javascript:\($0)'" })
  }
}
