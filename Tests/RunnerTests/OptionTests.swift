import Figures
import Foundation
import Notebook
import Plan
import Results
import Runner
import Testing

/// Options that the default notebook does not use do what they say.
@Suite struct OptionTests {
  private func results(_ changes: (String, String)) async throws -> [String: StepResult] {
    let plan = try plan(everything.replacing(changes.0, with: changes.1))
    let run = await runner(nil).run(plan)
    return zip(plan.steps, run.yielded).reduce(into: [:]) { $0[$1.0.name] = $1.1 }
  }

  private func figure(_ result: StepResult?) throws -> Figure {
    guard case .figure(let figure)? = result?.outputs.first else {
      throw MissingOutput()
    }
    return figure
  }

  private struct MissingOutput: Error {}

  @Test("cells: counts, shares, or both", arguments: ["both", "counts", "shares"])
  func cells(_ cells: String) async throws {
    let results = try await results(
      ("show: confusion-matrix", "show: confusion-matrix\ncells: \(cells)"))
    guard case .confusion(let matrix)? = results["dev"]?["confusion"] else { throw MissingOutput() }
    let chart = ConfusionMatrixChart(
      matrix, showsCounts: cells != "shares", showsShares: cells != "counts",
      width: Typography.measure)
    #expect(try figure(results["confusion"]).light == chart.render().light)
  }

  @Test("measures: those that are named and no others, in their order")
  func measures() async throws {
    let results = try await results(
      ("show: per-class", "show: per-class\nmeasures: [f1, recall]"))
    let columns = try figure(results["classes"]).data.columns.map(\.title)
    #expect(columns == ["Class", "F1", "Recall"])
  }

  @Test("region: the lines between the marks, with the number of the first")
  func region() async throws {
    let folder = TemporaryStore()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try "a = 1\n  // region: two\n  b = 2\n  c = 3\n  // endregion\n".write(
      toFile: folder.path + "/code.py", atomically: true, encoding: .utf8)
    func run(_ region: String) async throws -> Run {
      let notebook = try Notebook(
        source: SourceFile(
          path: folder.path + "/nb.md", text: "```source\nfile: code.py\nregion: \(region)\n```\n"),
        stepKinds: StepKind.syntaxes)
      let runner = Runner(store: nil, version: "1", threads: 1)
      return await runner.run(try Plan(notebook, overrides: Overrides(parsing: [])))
    }
    let result = try #require(try await run("two").yielded[0])
    #expect(
      result.outputs == [
        .code(Listing(path: "code.py", language: "python", firstLine: 3, text: "b = 2\nc = 3"))
      ])
    #expect(result["first-line"] == .integer(3) && result["lines"] == .integer(2))
    let missing = try await run("three").results
    #expect(
      missing.diagnostics.first?.contains("code.py has no region 'three'") == true,
      "\(missing.diagnostics)")
  }
}
