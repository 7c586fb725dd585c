import Foundation
import Notebook
import Plan
import Publishing
import TestFolders
import Testing

/// Names that would become names of files and folders are judged before anything is computed.
@Suite struct NameTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func problems(_ name: String, _ text: String = "Text\n") throws -> [Diagnostic] {
    try folder.write(name, text)
    do {
      _ = try Plan(publishing: folder.path + "/" + name)
      return []
    } catch let problems as NotebookProblems {
      return problems.diagnostics
    }
  }

  @Test(arguments: [
    ("...md", "lead elsewhere"), ("..md", "lead elsewhere"), (".md", "hidden"),
    (".draft.md", "hidden"), ("a\nb.md", "characters"),
    (String(repeating: "x", count: 251) + ".m", "too long"),
    (String(repeating: "é", count: 126) + ".m", "too long"),
  ])
  func refusesNotebooks(name: String, reason: String) throws {
    let found = try problems(name)
    #expect(found.count == 1)
    #expect(found.first?.message.contains(reason) == true, "\(found)")
    #expect(found.first?.help == "rename the notebook")
  }

  @Test(arguments: ["a.md", "a.b.md", "größe.md", "a b.md", "-.md", "a..md"])
  func takesNotebooks(name: String) throws {
    #expect(try problems(name).isEmpty)
  }

  @Test func takesTheLongestNames() throws {
    #expect(try problems(String(repeating: "x", count: 250) + ".m").isEmpty)
  }

  @Test func refusesStepsWithNamesThatNoFileMayHave() throws {
    func step(_ length: Int) -> String {
      "# Heading\n\n```source \(String(repeating: "s", count: length))\nfile: a.swift\n```\n"
    }
    #expect(try problems("a.md", step(251)).isEmpty)
    let found = try problems("a.md", step(252))
    #expect(found.map(\.message) == ["the step's name is too long for the name of a file"])
    #expect(found.first?.range?.start == SourcePosition(line: 3, column: 11))
  }

  @Test func saysAllThatIsWrongAtOnce() throws {
    let found = try problems(".a.md", "![x](missing.png) `{train.loss}`\n")
    #expect(found.count == 3, "\(found)")
  }

  /// Files of the report cannot be chosen for those of a step.
  @Test(arguments: [
    ReportFolder.Page.report.rawValue, ReportFolder.Page.failed.rawValue, ReportFolder.values,
    ReportFolder.record, ReportFolder.figures,
  ])
  func reservesTheReportsOwnNames(name: String) throws {
    let found = try problems(
      "a.md",
      """
      ```load
      csv: d.csv
      ```

      ```train
      layers: [10 softmax]
      ```

      ```predict
      to: \(name)
      ```

      """)
    #expect(
      found.contains { $0.message == "'\(name)' is a file that the report itself writes" },
      "\(found)")
  }
}
