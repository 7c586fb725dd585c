import Cache
import Foundation
import Notebook
import Plan
import Results
import Runner
import Testing

extension Run {
  /// What is wrong, in words.
  var told: String { problems.map(\.message).joined(separator: "\n") }
}

extension TemporaryStore {
  /// How many trainings and evaluations are stored.
  fileprivate var results: Int {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: path)
        .count { $0.hasPrefix("train-") || $0.hasPrefix("evaluate-") }
    }
  }
}

@Suite struct SweepTests {
  static let before = """
    ```load
    mnist: data/mnist
    labelled: 3000
    ```

    ```split
    dev: 500
    ```

    ```train
    layers: [6 relu, 10 softmax]
    iterations: 12
    report-every: 5
    ```

    ```evaluate dev
    on: dev
    ```

    """

  static func notebook(_ body: String) -> String {
    before + "\n```sweep luck\n\(body)\n```\n"
  }

  private static func value(_ run: Run, _ name: String) -> Value? {
    run.yielded.compactMap(\.self).last?[name]
  }

  @Test("A run of a sweep is the run that --set makes: either finds what the other has stored")
  func sameRunAsSet() async throws {
    let text = Self.notebook(
      """
      vary:
        train.layers: [[5 relu, 10 softmax], [6 relu, 10 softmax]]
        seed: [3, 0]
      measure: [dev.accuracy, train.loss]
      """)
    let folder = TemporaryStore()
    let swept = await runner(folder.store).run(try plan(text))
    #expect(swept.results.isComplete, "\(swept.told)")
    let runs = try #require(Self.value(swept, "runs")?.items)
    #expect(runs.count == 4)
    for (run, settings) in zip(
      runs,
      [
        ["train.layers=[5 relu, 10 softmax]", "seed=3"],
        ["train.layers=[5 relu, 10 softmax]", "seed=0"],
        ["train.layers=[6 relu, 10 softmax]", "seed=3"], ["seed=0"],
      ])
    {
      let overrides = try Overrides(parsing: settings)
      let set = await runner(folder.store).run(
        try Plan(plan(Self.before).notebook, overrides: overrides))
      #expect(set.record.steps.filter { !$0.isStored }.isEmpty, "\(settings)")
      let (train, dev) = (set.yielded[2], set.yielded[3])
      #expect(run["dev"]?["accuracy"] == dev?["accuracy"], "\(settings)")
      #expect(run["train"]?["loss"] == train?["loss"], "\(settings)")
      // The other way round, in a store of its own.
      let other = TemporaryStore()
      let fresh = await runner(other.store).run(
        try Plan(plan(Self.before).notebook, overrides: overrides))
      #expect(fresh.yielded[3] == dev, "\(settings)")
    }
  }

  @Test("A sweep grows by a value or a seed, and does again nothing of what is stored")
  func growth() async throws {
    let folder = TemporaryStore()
    _ = await runner(folder.store).run(
      try plan(Self.notebook("vary: {train.seed: 0 to 2}\nmeasure: [dev.accuracy]")))
    let results = try folder.results
    let text = Self.notebook("vary: {train.seed: 0 to 4}\nmeasure: [dev.accuracy]")
    let grown = await runner(folder.store).run(try plan(text))
    // Two trainings and two evaluations.
    #expect(try folder.results == results + 4)
    let fresh = await runner(nil).run(try plan(text))
    #expect(grown.results == fresh.results)
  }

  @Test("A run that fails is named with what is set in it and why; the others go on")
  func failures() async throws {
    let text = Self.notebook(
      """
      vary:
        train.learning-rate: [1e30, 0.1]
        train.seed: [1, 2]
      measure: [dev.accuracy]
      """)
    let folder = TemporaryStore()
    let run = await runner(folder.store).run(try plan(text))
    #expect(!run.results.isComplete)
    let complaint = run.told
    #expect(
      complaint.contains(
        "step 'luck': every run with train.learning-rate=1e30 failed: the loss is no longer a "
          + "number"), "\(complaint)")
    #expect(run.problems.count == 1 && !complaint.contains("learning-rate=0.1"))
    let place = try #require(run.problems.first?.range)
    #expect(try plan(text).notebook.source.text(at: place) == "1e30")
    // What did not fail is stored.
    let results = try folder.results
    _ = await runner(folder.store).run(try plan(text))
    #expect(try folder.results == results)
    let good = await runner(folder.store).run(
      try plan(text, "luck.vary={train.learning-rate: [0.1], train.seed: [1, 2]}"))
    #expect(good.results.isComplete)
    #expect(try folder.results == results)
  }

  @Test("Groups have mean, deviation, interval and extremes of their runs; ties are told")
  func groups() async throws {
    let run = await runner(nil).run(
      try plan(
        Self.notebook(
          """
          vary:
            train.iterations: [5, 10]
            train.report-every: [5, 6]
            train.seed: 0 to 2
          measure: [dev.accuracy]
          best: dev.accuracy
          """)))
    let runs = try #require(Self.value(run, "runs")?.items)
    let groups = try #require(Self.value(run, "groups")?.items)
    #expect(runs.count == 12 && groups.count == 4)
    let numbers = runs.prefix(3).compactMap { $0["dev"]?["accuracy"]?.asNumber }
    let mean = numbers.reduce(0, +) / 3
    #expect(groups[0]["dev"]?["accuracy"]?["mean"] == .number(mean))
    #expect(groups[0]["dev"]?["accuracy"]?["max"] == numbers.max().map(Value.number))
    #expect(groups[0]["runs"] == .integer(3))
    // How often is reported changes nothing, so the best group has an equal.
    #expect(Self.value(run, "best")?["ties"] == .integer(1))
  }

  @Test("A figure has its measures in the order in which it names and labels them")
  func labels() async throws {
    let text =
      Self.notebook("vary: {seed: [1, 2]}\nmeasure: [train.accuracy, dev.accuracy]")
        + """

        ```plot
        show: sweep
        measure: [dev.accuracy, train.accuracy]
        labels: [held out, learned]
        ```

        """
    let run = await runner(nil).run(try plan(text))
    let results = run.yielded.compactMap(\.self)
    guard case .figure(let figure)? = results.last?.outputs.first else {
      Issue.record("no figure: \(run.told)")
      return
    }
    let group = try #require(results.dropLast().last?["groups"]?.items?.first)
    let means = ["dev", "train"].map { group[$0]?["accuracy"]?["mean"]?.asNumber }
    #expect(figure.data.rows.map { $0[0] } == ["held out", "learned"])
    #expect(figure.data.rows.map { $0[2] } == means.map { percent($0) })
  }

  @Test("A value that a run cannot know is a reason to fail, in words")
  func unknown() async throws {
    let run = await runner(nil).run(
      try plan(Self.notebook("vary: {seed: [1, 2]}\nmeasure: [train.validation]")))
    #expect(
      run.told.contains(
        "train.validation is not known: the training has no validation examples"))
  }

  @Test("Several options change together in a variant")
  func variants() async throws {
    let run = await runner(nil).run(
      try plan(
        Self.notebook(
          """
          variants:
            short: {train.iterations: 3, train.layers: [5 relu, 10 softmax]}
            long: {train.iterations: 6}
          measure: {updates: train.iterations, weights: train.parameters}
          """)))
    let runs = try #require(Self.value(run, "runs")?.items)
    #expect(runs.map { $0["variant"] } == [.text("short"), .text("long")])
    #expect(runs.map { $0["updates"] } == [.integer(3), .integer(6)])
    #expect(runs.map { $0["weights"] } == [.integer(3985), .integer(4780)])
  }
}
