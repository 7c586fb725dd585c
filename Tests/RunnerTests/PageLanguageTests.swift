import Foundation
import Language
import Notebook
import Plan
import Report
import Results
import Runner
import Testing

/// What the program says on a page is in the language of the notebook, whatever a step has to tell.
@Suite struct PageLanguageTests {
  /// Names of the notebook, and words that two languages share.
  private static let names: [String: Set<String>] = [
    "": [
      "training", "dev", "train", "wide", "part", "again", "thrice", "pair", "three", "once", "tie",
      "ties", "few", "halves", "repeats", "submission", "check", "load", "split", "evaluate",
      "sweep",
      "compare", "predict", "loss", "accuracy", "iterations", "report", "every", "same", "csv",
      "SHA",
      "yes", "no", "ImageId", "Label", "It", "reads", "layer", "net",
    ],
    "de": [], "fr": ["images", "points", "second"], "es": ["no", "bytes"],
  ]

  @Test(
    "Captions, heads of columns and rows, notes and warnings are in the language of the notebook",
    arguments: ["de", "fr", "es"])
  func translated(_ language: String) async throws {
    let folder = try Data()
    let english = Self.texts(of: try await folder.page("en"))
    let other = Self.texts(of: try await folder.page(language))
    try #require(english.count == other.count)
    let known = Self.names["", default: []].union(Self.names[language, default: []])
    let same = zip(english, other).filter { $0 == $1 }.map(\.0)
    let untold = Set(same).filter { text in
      !text.split(whereSeparator: { !$0.isLetter }).allSatisfy {
        $0.count < 3 || known.contains(String($0))
      }
    }
    #expect(untold.isEmpty, "\(untold.sorted())")
  }

  @Test("Every language has words for all that steps say")
  func known() async throws {
    let run = try await Data().run("en").run
    var phrases: Set<String> = []
    for result in run.yielded.compactMap(\.self) {
      var words = result.warnings.map(\.message)
      for case .table(let table) in result.outputs {
        words +=
          [table.caption].compactMap(\.self) + table.columns.map(\.title)
          + table.rows.flatMap(\.self)
      }
      for said in words { phrases.formUnion(Self.phrases(in: said)) }
    }
    #expect(phrases.count > 40)
    for language in Phrases.all {
      #expect(phrases.subtracting(language.known) == [], "\(language.language)")
    }
  }

  private static func phrases(in words: Words) -> Set<String> {
    guard case .phrase(let english, let gaps) = words else { return [] }
    return gaps.reduce(into: [english]) { $0.formUnion(phrases(in: $1)) }
  }

  @Test("What classes and the columns of a file are called is no word of the program")
  func names() async throws {
    let page = try await Data().page("de")
    for name in ["yes", "no", "Label"] {
      #expect(page.contains("<th scope=\"col\">\(name)</th>"), "\(name)")
    }
  }

  /// What stands between the tags of a page's text, but for code.
  private static func texts(of page: String) -> [String] {
    let hidden = #/<(pre|code|script)\b.*?</\1>/#.dotMatchesNewlines()
    guard let start = page.firstRange(of: "<main"), let end = page.firstRange(of: "</main>") else {
      return []
    }
    let text = page[start.lowerBound..<end.lowerBound].replacing(hidden, with: "")
    return text.split(separator: #/<[^>]*>/#).map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }.filter { !$0.isEmpty }
  }
}

extension PageLanguageTests {
  /// A folder with the data of the notebook.
  private final class Data {
    private let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      .path()
    private let store = TemporaryStore()

    init() throws {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      let many = (0..<1200).map { row in
        ([row % 120] + (1...4).map { row * 7 * $0 % 50 }).map(String.init).joined(separator: ",")
      }
      let few = (0..<40).map { row in
        "\(row % 2 == 0 ? "yes" : "no"),\(row),\(row * 3),\(row * 2),\(200 - row)"
      }
      try write(many, to: "many.csv")
      try write(["label,a,b,c,d"] + few, to: "few.csv")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private func write(_ lines: [String], to name: String) throws {
      try (lines.joined(separator: "\n") + "\n")
        .write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    }

    func run(_ language: String) async throws -> (plan: Plan, run: Run) {
      let text = "---\nlanguage: \(language)\n---\n\n" + PageLanguageTests.steps
      let plan = try plan(text, folder: path)
      let run = await runner(store.store).run(plan)
      #expect(run.results.isComplete, "\(run.told)")
      return (plan, run)
    }

    func page(_ language: String) async throws -> String {
      let (plan, run) = try await run(language)
      return try Report(plan.notebook, run.results, resultsJSON: "{}").html
    }
  }

  /// Steps that tell all that tables, notes and warnings can: of more classes than a table shows, of data
  /// of which something was concluded, of parts of a set, of choices by it, of sweeps of either kind.
  private static let steps = """
    ```load
    csv: many.csv
    labelled: 1000
    ```

    ```load few
    csv: few.csv
    label: label
    size: 2x2
    levels: 255
    ```

    ```split
    of: load
    dev: 400
    ```

    ```split halves
    of: few
    dev: 10
    ```

    ```train
    on: split.training
    layers: [120 softmax]
    iterations: 5
    ```

    ```train wide
    on: split.training
    layers: [8 relu, 120 softmax]
    batch: 50
    epochs: 2
    validation: split.dev
    stop-early: 1 epochs
    ```

    ```evaluate dev
    model: train
    on: split.dev
    ```

    ```evaluate part
    model: wide
    on: split.dev
    rows: 0 to 99
    ```

    ```evaluate same-part
    model: train
    on: split.dev
    rows: 0 to 99
    ```

    ```sweep repeats
    vary:
      seed: 0 to 2
    measure: [train.accuracy, dev.loss]
    ```

    ```sweep once
    vary:
      seed: [4]
    measure: train.accuracy
    ```

    ```sweep tie
    vary:
      train.report-every: [2, 3]
    measure: [dev.accuracy, dev.loss]
    best: dev.accuracy
    ```

    ```sweep ties
    vary:
      train.report-every: [2, 3, 4]
      train.iterations: [4, 5]
    measure: dev.loss
    best: lowest dev.loss
    ```

    ```evaluate thrice
    model: wide
    on: split.dev
    ```

    ```evaluate again
    model: wide
    on: split.dev
    ```

    ```compare pair
    of: [part, same-part]
    ```

    ```compare three
    of: [dev, again, thrice]
    ```

    ```predict submission
    model: train
    on: split.dev
    to: submission.csv
    ```

    ```check
    It reads few: dev.accuracy < 1
    ```
    """
}
