import Foundation
import Testing

/// The default notebook on the real data: what a visitor reads is what it computes.
@Suite struct DefaultNotebookTests {
  private func run(_ bench: Workbench, _ arguments: String...) throws {
    let notebook = Workbench.root.appending(path: "notebooks/digit-recognition.md").path()
    let outcome =
      arguments.isEmpty
      ? try bench.daybook("run", notebook)
      : try bench.daybook("run", notebook, arguments[0], arguments[1])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == "output/digit-recognition/index.html\n")
  }

  @Test("The committed results are those of the notebook, and a second run changes no byte")
  func committedResults() throws {
    let bench = try Workbench()
    try run(bench)
    let committed = try Data(
      contentsOf: Workbench.root.appending(path: "output/digit-recognition/results.json"))
    #expect(
      try bench.read("output/digit-recognition/results.json") == committed,
      "run 'make report' and commit output/digit-recognition")

    let report = try bench.read("output/digit-recognition/index.html")
    let submission = try bench.read("output/digit-recognition/submission.csv")
    let second = try Workbench()
    let notebook = Workbench.root.appending(path: "notebooks/digit-recognition.md").path()
    let outcome = try second.daybook(
      "run", notebook, "--threads", "1", "--no-cache",
      environment: ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "HOME": "/nonexistent"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try second.read("output/digit-recognition/index.html") == report)
    #expect(try second.read("output/digit-recognition/results.json") == committed)
    #expect(try second.read("output/digit-recognition/submission.csv") == submission)
    for figure in ["learning-curve", "confusion", "samples", "hidden-units"] {
      let path = "output/digit-recognition/figures/\(figure).png"
      #expect(try bench.read(path) == second.read(path))
    }
  }

  @Test("Another seed gives the figures of the NumPy reference for it")
  func anotherSeed() throws {
    let bench = try Workbench()
    try run(bench, "--set", "seed=3")
    let results = try bench.results("digit-recognition")
    let reference =
      try JSONSerialization.jsonObject(
        with: Data(
          contentsOf: Workbench.root.appending(
            path: "Tests/NetworkTests/Fixtures/reference-seed3.json"))) as? [String: Any] ?? [:]
    func close(_ name: String, _ expected: String, of count: Double) throws {
      let (value, wanted) = (results[name] as? Double, reference[expected] as? Double)
      #expect(abs(try #require(value) - (try #require(wanted))) * count < 2.5, "\(name)")
    }
    try close("train.accuracy", "train_accuracy_final_weights", of: 41_000)
    try close("dev.accuracy", "dev_accuracy", of: 1000)
    try close("submission.accuracy", "test_accuracy", of: 28_000)
  }

  @Test("The figures that the first notebook tells of the others are those that they measure")
  func figuresOfOthers() throws {
    let text = try String(
      contentsOf: Workbench.root.appending(path: "notebooks/digit-recognition.md"),
      encoding: .utf8)
    let conclusion = try #require(text.components(separatedBy: "## Conclusion").last)
    let better = try Self.committed("better-digits")
    let measured = try ["classic", "weights", "units", "batches", "adam", "convolution", "cnn"]
      .map { Self.percentage(try #require(better["\($0)-dev.accuracy"] as? Double)) }
    #expect(Self.percentages(in: conclusion) == measured)

    let sentence = try #require(text.components(separatedBy: "](twenty-seeds.md) trains,").last)
      .prefix { $0 != "\n" }
    let seeds = try Self.committed("twenty-seeds")
    let groups = try #require(seeds["seeds.groups"] as? [[String: Any]])
    let accuracy = try #require(groups.first?["training"] as? [String: Double])
    let extremes = try [accuracy["min"], accuracy["max"]]
      .map { Self.percentage(try #require($0)) }
    #expect(Self.percentages(in: String(sentence)) == extremes)
  }

  private static func committed(_ name: String) throws -> [String: Any] {
    let file = Workbench.root.appending(path: "output/\(name)/results.json")
    return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  private static func percentage(_ share: Double) -> String {
    String(format: "%.1f%%", share * 100)
  }

  private static func percentages(in text: String) -> [String] {
    text.split { !"0123456789.%".contains($0) }.filter { $0.contains("%") }
      .map { $0.prefix { $0 != "%" } + "%" }
  }
}
