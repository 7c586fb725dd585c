import Foundation
import Notebook
import Plan
import Results
import Runner
import Testing

/// 13 of 16 are 81.25 per cent exactly: to one decimal a tie, which goes to the even digit.
@Suite struct ShareTests {
  @Test("A share reads the same in prose, tables, figures, alternative texts and progress")
  func everyPlace() async throws {
    let folder = TemporaryStore()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try Self.blankImages.write(
      toFile: folder.path + "/blank.csv", atomically: true, encoding: .utf8)
    let notebook = try Notebook(
      source: SourceFile(path: folder.path + "/nb.md", text: Self.text),
      stepKinds: StepKind.syntaxes)
    let runner = Runner(store: nil, version: "1", threads: 1)
    let run = await runner.run(try Plan(notebook, overrides: Overrides(parsing: [])))
    try #require(run.results.isComplete, "\(run.results.diagnostics)")

    let share = try #require(Proportion(count: 13, of: 16))
    #expect(run.results.inlineValues.all == [.text("81.2%", ValueFacts(.proportion(share)))])
    for (name, texts) in zip(Self.places, run.yielded.map(Self.texts)) {
      let shares = texts.flatMap(Self.shares).filter { $0.hasPrefix("81.") }
      #expect(shares.isEmpty == ["split", "train"].contains(name), "\(name): \(texts)")
      #expect(shares.allSatisfy { $0 == "81.2%" }, "\(name): \(shares)")
    }
    let progress = TrainingProgress(iteration: 1, iterations: 2, start: 0, accuracy: 13 / 16)
    #expect(progress.details(elapsed: 0) == ["1/2", "81.2%"])
  }

  private static let places = [
    "load", "split", "train", "dev", "confusion", "classes", "counts", "curve",
  ]

  /// A network that knows one image reads it as what most of them are.
  private static let text = """
    It reads `{dev.accuracy:.1%}`.

    ```load
    csv: blank.csv
    ```

    ```split
    shuffle: false
    dev: 16
    ```

    ```train
    layers: [4 relu, 10 softmax]
    iterations: 40
    ```

    ```evaluate dev
    on: dev
    ```

    ```plot confusion
    show: confusion-matrix
    ```

    ```plot classes
    show: per-class
    ```

    ```plot counts
    show: class-counts
    of: [labelled, dev]
    ```

    ```plot curve
    show: learning-curve
    ```
    """

  /// Twice sixteen images without a lit pixel, thirteen of them zeros.
  private static var blankImages: String {
    let pixels = String(repeating: ",0", count: 784)
    let header = "label," + (0..<784).map { "pixel\($0)" }.joined(separator: ",")
    let labels = (0..<32).map { $0 % 16 < 13 ? 0 : 1 }
    return ([header] + labels.map { "\($0)\(pixels)" }).joined(separator: "\n") + "\n"
  }

  /// What the page shows of a step.
  private static func texts(_ result: StepResult?) -> [String] {
    (result?.outputs ?? []).flatMap { output -> [String] in
      switch output {
      case .table(let table): table.written.rows.flatMap { $0 }
      case .figure(let figure): [figure.alternativeText] + figure.data.rows.flatMap { $0 }
      default: []
      }
    }
  }

  private static func shares(_ text: String) -> [String] {
    text.split { !($0.isNumber || $0 == "." || $0 == "%") }.map(String.init)
      .filter { $0.hasSuffix("%") }
  }
}
