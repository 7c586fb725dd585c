import LanguageServer
import Notebook
import Plan
import Testing

/// What can be seen of a text while it is written.
@Suite struct NotebookLayoutTests {
  private func layout(_ text: String) -> NotebookLayout {
    NotebookLayout(SourceFile(path: "n.md", text: text).lines)
  }

  @Test func findsFencesAndHeadings() {
    let found = layout(
      "---\ntitle: x\n---\n# One\n```load\nmnist: a\n```\n## Two\n~~~text\n# no\n~~~\n")
    #expect(found.frontMatter == 1...3)
    #expect(found.headings.map(\.title) == ["One", "Two"])
    #expect(found.fences.map(\.opening) == [5, 9])
    #expect(found.fences[0].body == 6...6)
    #expect(found.fences[0].kind?.name == "load")
    #expect(found.fences[1].kind == nil)
    #expect(found.isNotebook)
  }

  @Test func takesAStepInAListingForText() {
    #expect(!layout("````markdown\n```load\n```\n````\n").isNotebook)
    #expect(layout("````markdown\n```load\n```\n````\n").fences.count == 1)
  }

  @Test func endsAStepWithoutAnEndWhereItMustBeOver() {
    let next = layout("```train\nlayers: [\n```plot\nshow: x\n```\n")
    #expect(next.fences.map(\.last) == [2, 5])
    let blank = layout("```train\nlayers: [\n\nProse `{train.accuracy}`.\n")
    #expect(blank.fences.map(\.last) == [3])
    #expect(blank.mended == "```train\nlayers: [\n```\nProse `{train.accuracy}`.\n")
  }

  @Test("What is written of a claim is its expression, which may hold a colon")
  func placesInClaims() throws {
    let text = "```check\nIt: is so: t.at(iteration: 250).l\n```\n"
    let place = CursorPlace(SourcePosition(line: 2, column: 35), in: layout(text))
    guard case .expression(let expression)? = place else {
      Issue.record("\(String(describing: place))")
      return
    }
    #expect(expression == "t.at(iteration: 250).l")
  }

  @Test(
    arguments: zip(
      ["", "\n", "```", "---", "---\n", "```train", "```\n```\n```", "#", "####### x"],
      [0, 0, 1, 0, 0, 1, 2, 0, 0]))
  func readsAnyText(text: String, fences: Int) {
    let found = layout(text)
    #expect(found.fences.count == fences)
    // What is mended is whole: there is nothing more to mend.
    #expect(found.mended.flatMap { layout($0).mended } == nil)
    for line in 1...max(1, found.lines.count + 1) {
      for column in 1...9 {
        _ = CursorPlace(SourcePosition(line: line, column: column), in: found)
      }
    }
  }
}
