import Plan
import Results
import Runner
import Testing

@Suite struct CompareTests {
  private static let text = """
    ```load
    mnist: data/mnist
    labelled: 3000
    ```

    ```split
    dev: 500
    ```

    ```train long
    layers: [10 relu, 10 softmax]
    iterations: 80
    ```

    ```train short
    layers: [10 relu, 10 softmax]
    iterations: 20
    ```

    ```train same
    layers: [10 relu, 10 softmax]
    iterations: 79
    ```

    ```evaluate a
    model: long
    on: dev
    ```

    ```evaluate b
    model: short
    on: dev
    ```

    ```evaluate c
    model: same
    on: dev
    ```

    """

  private static func compared(_ of: String, classes: String = "") async throws
    -> (result: StepResult, run: Run)
  {
    let run = await runner(nil).run(
      try plan(
        text.replacing("labelled: 3000\n", with: "labelled: 3000\n" + classes)
          + "```compare\nof: [\(of)]\nexamples: 3\n```\n"))
    #expect(run.results.isComplete, "\(run.told)")
    return (try #require(run.yielded.last ?? nil), run)
  }

  /// The places of the examples that an evaluate step found misread.
  private static func misread(_ result: StepResult?) -> Set<Int> {
    let items = result?["misclassified"]?.items ?? []
    return Set(
      items.compactMap { item in
        if case .integer(let index)? = item["index"] { index } else { nil }
      })
  }

  @Test("Counts are those of the examples, and the verdict follows the test")
  func counts() async throws {
    let (result, run) = try await Self.compared("a, b")
    let (a, b) = (Self.misread(run.yielded[5]), Self.misread(run.yielded[6]))
    #expect(result["only-first"] == .integer(b.subtracting(a).count))
    #expect(result["only-second"] == .integer(a.subtracting(b).count))
    #expect(result["both-wrong"] == .integer(a.intersection(b).count))
    #expect(result["both-right"] == .integer(500 - a.union(b).count))
    #expect(result["difference"] == .number(Double(b.count - a.count) / 500))
    #expect(result["verdict"] == .text("better"))
    let shown = (result["first-alone"]?.items ?? []).compactMap { $0["index"] }
    #expect(shown == b.subtracting(a).sorted().prefix(3).map(Value.integer))
    let (mirrored, _) = try await Self.compared("b, a")
    #expect(mirrored["verdict"] == .text("worse"))
    #expect(mirrored["p"] == result["p"])
  }

  @Test("Examples are told with the names of their classes")
  func names() async throws {
    func rows(_ classes: String) async throws -> [[String]] {
      let (result, _) = try await Self.compared("a, b", classes: classes)
      guard case .table(let table)? = result.outputs.last else { return [] }
      return table.written.rows
    }
    let names = "zero one two three four five six seven eight nine".split(separator: " ")
    let named = try await rows("classes: [\(names.joined(separator: ", "))]\n")
    let numbered = try await rows("")
    #expect(numbered.count > 3)
    for (named, numbered) in zip(named, numbered) {
      #expect(named[3] == names[try #require(Int(numbered[3]))])
      #expect(named[5] == names[try #require(Int(numbered[5]))])
    }
    #expect(named.count == numbered.count)
  }

  @Test("What tells the names of steps is made anew where they change")
  func renamed() async throws {
    let text =
      Self.text
        + """
        ```compare pair
        of: [a, b]
        ```

        ```plot curves
        show: learning-curve
        of: [long.loss, short.loss]
        ```

        """
    let folder = TemporaryStore()
    _ = await runner(folder.store).run(try plan(text))
    let renamed = text.replacing("evaluate a", with: "evaluate wide")
      .replacing("[a, b]", with: "[wide, b]").replacing("train long", with: "train patient")
      .replacing("model: long", with: "model: patient")
      .replacing("long.loss", with: "patient.loss")
    let run = await runner(folder.store).run(try plan(renamed))
    let fresh = await runner(nil).run(try plan(renamed))
    #expect(run.yielded == fresh.yielded)
    // What does not tell them is taken as it is; evaluations tell whom they judge, and what was judged
    // before them.
    let made = ["wide", "b", "c", "pair", "curves"]
    #expect(run.record.steps.filter { !$0.isStored }.map(\.name) == made)
  }

  @Test("A figure shows each pair's difference with its interval")
  func figure() async throws {
    let run = await runner(nil).run(
      try plan(Self.text + "```compare all\nof: [a, b]\n```\n\n```plot\nshow: comparison\n```\n"))
    let results = run.yielded.compactMap(\.self)
    guard case .figure(let figure)? = results.last?.outputs.first,
      let pair = results.dropLast().last?["pairs"]?.items?.first,
      let difference = pair["difference"]?.asNumber, let low = pair["low"]?.asNumber
    else {
      Issue.record("no figure: \(run.told)")
      return
    }
    func points(_ value: Double) -> String {
      let text = percent(value, digits: 2).dropLast()
      return (value > 0 ? "+" : "") + text
    }
    #expect(figure.data.rows.count == 1)
    #expect(figure.data.rows.first?[0] == "a − b")
    #expect(figure.data.rows.first?[1] == points(difference))
    #expect(figure.data.rows.first?[2].hasPrefix(points(low) + " to ") == true)
  }

  @Test("Several models make all pairs, each p corrected for their number")
  func pairs() async throws {
    let (result, _) = try await Self.compared("a, b, c")
    let pairs = try #require(result["pairs"]?.items)
    #expect(pairs.count == 3)
    #expect(result["p"] == nil)
    let p = pairs.compactMap { $0["p"]?.asNumber }
    let adjusted = pairs.compactMap { $0["adjusted-p"]?.asNumber }
    #expect(zip(p, adjusted).allSatisfy { $0 <= $1 })
    #expect(pairs[1]["verdict"] == .text("not told apart"))
    #expect(pairs[2]["first"] == .text("b") && pairs[2]["second"] == .text("c"))
  }
}
