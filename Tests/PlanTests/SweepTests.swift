import Plan
import Results
import Testing

@Suite struct SweepTests {
  private static func grid(_ body: String) throws -> SweepGrid {
    let plan = try plan(usual + "```sweep\n\(body)\n```\n")
    let runs = plan.steps.last?.declaration.runs
    return try #require(runs).grid
  }

  @Test("Every combination is a run, the last axis changing fastest; seeds make no group")
  func grid() throws {
    let grid = try Self.grid(
      """
      variants:
        plain: {train.iterations: 10}
        long: {train.iterations: 20}
      vary:
        train.layers: [[8 relu, 10 softmax], [10 softmax]]
        seed: 10 to 30 by 10
      measure: [dev.accuracy]
      """)
    #expect(grid.count == 12 && grid.groupCount == 4)
    #expect(
      grid.text(of: 4) == "train.iterations=10, train.layers=[10 softmax], seed=20")
    #expect((0..<12).map { grid.group(of: $0) } == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
  }

  @Test("Numbers may be grouped, as in every other option")
  func groupedNumbers() throws {
    let grid = try Self.grid(
      "vary: {seed: [1_000, 2_000 to 2_001]}\nmeasure: [dev.accuracy]")
    #expect(
      (0..<grid.count).map { grid.choices(of: $0)[0].value }
        == [.integer(1000), .integer(2000), .integer(2001)])
  }

  @Test("A figure has panels of something else than what it is drawn along")
  func panels() throws {
    let sweep = """
      ```sweep
      vary: {train.layers: [[8 relu, 10 softmax], [10 softmax]], train.iterations: [3, 4]}
      measure: [dev.accuracy]
      ```

      """
    func plot(_ options: String) -> String {
      usual + sweep + "\n```plot\nshow: sweep\n\(options)\n```\n"
    }
    #expect(try problems(plot("x: train.iterations")).isEmpty)
    #expect(
      try problems(plot("x: train.layers\nby: train.layers"))
        .contains("'train.layers' is drawn along the figure"))
  }

  @Test("A split has a seed of its own")
  func splitSeed() throws {
    let plan = try plan(usual, "split.seed=7")
    #expect((plan.step("split")?.declaration as? Split)?.seed == 7)
    #expect(try problems(usual, "split.seed=-1").contains("seed must be a whole number"))
  }

  @Test("The runs of a notebook are bounded together, those of wrong sweeps as well")
  func boundedTogether() throws {
    let sweep = "```sweep a\nvary: {seed: 1 to 60000}\nmeasure: [dev.accuracy]\n```\n"
    let second = sweep.replacing("sweep a", with: "sweep b")
    #expect(try problems(usual + sweep) == "")
    let found = try problems(usual + sweep + second)
    #expect(
      found.contains("the sweeps down to this one have 120000 runs, and a notebook 100000 at most"),
      "\(found)")
    let wrong = sweep.replacing("dev.accuracy", with: "dev.acuracy")
    #expect(try problems(usual + wrong + second).contains("have 120000 runs"))
  }

  @Test("The run of a long range that has the notebook's own seed shares its steps")
  func ownSeedOfALongRange() throws {
    let text =
      "---\nseed: 4321\n---\n" + usual
      + "```sweep a\nvary: {seed: 1 to 60000}\nmeasure: [dev.accuracy]\n```\n"
    let shared = try plan(text).step("a")?.inputs.map(\.step.name)
    #expect(shared == ["load", "split", "train", "dev"])
    let other = try plan(text.replacing("4321", with: "60001")).step("a")?.inputs.map(\.step.name)
    #expect(other == ["load"])
  }

  @Test(
    "What is wrong with a number of a long range is found",
    arguments: [
      ("vary: {train.iterations: 0 to 99999}", "iterations must be a whole number from 1"),
      ("vary: {train.iterations: 999000 to 1000100}", "1 to 1000000, not '1000100'"),
    ])
  func rangeEnds(_ body: String, _ message: String) throws {
    let text = try problems(usual + "```sweep\n\(body)\nmeasure: [dev.accuracy]\n```\n")
    #expect(text.contains(message), "\(text)")
  }

  @Test(
    "What is wrong with a sweep is told at its place",
    arguments: [
      ("vary: {seed: 0 to 99999, train.seed: 0 to 3}", "a sweep of 400000 runs is larger"),
      ("vary: {seed: 0 to 100000}", "a sweep of 100001 runs is larger"),
      ("vary: {seed: 0 to 9223372036854775807}", "runs is larger than the largest"),
      ("vary: {train.layers: [[10 relu], [10 softmax]]}", "the last layer must be a softmax"),
      ("vary: {train.optimiser: [adam]}", "train has no option 'optimiser'"),
      ("vary: {trian.seed: [1]}", "no step above is called 'trian'"),
      ("vary: {seed: [1, 2, 1]}", "'1' is there twice"),
      ("vary: {seed: [1, 01]}", "'01' is there twice"),
      ("vary: {seed: [x]}", "the seed must be a whole number"),
      ("vary: {seed: 4 to 2}", "'4 to 2' is no range"),
      ("vary: {load.mnist: [/etc]}", "'/etc' lies outside the notebook's"),
      ("vary: {layers: [1]}", "'layers' is no option of a step"),
      ("vary: [seed]", "vary is a mapping of options"),
      ("variants: {a: 3}\nvary: {seed: [1]}", "'a' is no mapping of options"),
      (
        "variants: {a: {train.seed: 1}}\nvary: {train.seed: [1]}",
        "'train.seed' is varied twice"
      ),
      (
        """
        variants: {a: {train.seed: 1}, b: {train.layers: [10 relu, 10 softmax]}}
        vary: {train.layers: [[32 relu, 10 softmax], [64 relu, 10 softmax]]}
        """,
        "'train.layers' is varied twice"
      ),
      ("caption: nothing", "the sweep varies nothing"),
      (
        "vary: {train.batch: [16, 32], seed: [1]}",
        "train with batch needs the option 'epochs' or 'iterations'"
      ),
    ])
  func mistakes(body: String, message: String) throws {
    let text = try problems(usual + "```sweep\n\(body)\nmeasure: [dev.accuracy]\n```\n")
    #expect(text.contains(message), "\(text)")
    #expect(text.contains("nb.md:"), "\(text)")
  }

  @Test(
    "What is wrong with measures is told at its place",
    arguments: [
      ("measure: dev.confusion", "a measure is a number, and 'dev.confusion' is a confusion"),
      ("measure: [dev.accuracy * 2]", "a measure that is computed needs a name"),
      ("measure: {a: dev.acuracy}", "'dev' has no member 'acuracy'"),
      ("measure: {a: 3}", "'3' is the same in every run"),
      ("measure: {A b: dev.loss}", "'A b' cannot be the name of a value"),
      ("measure: [train.seed]", "'train.seed' and 'train.seed' would have one name"),
      ("measure: [dev.loss]\nbest: dev.loss", "it is not said whether the lowest dev.loss"),
      ("measure: [dev.loss]\nbest: dev.accuracy", "'dev.accuracy' is none of the measures"),
      ("measure: [split.dev]", "nothing that is measured depends on 'train'"),
      ("caption: none", "sweep needs the option 'measure'"),
    ])
  func measures(body: String, message: String) throws {
    let text = try problems(usual + "```sweep\nvary: {train.seed: [1, 2]}\n\(body)\n```\n")
    #expect(text.contains(message), "\(text)")
  }

  @Test("Whatever a variant sets must matter, not only what the first one sets")
  func idleVariant() throws {
    let text = try problems(
      usual + "```evaluate other\non: dev\n```\n\n"
        + "```sweep\nvariants: {a: {train.seed: 1}, b: {other.on: labelled}}\n"
        + "measure: [dev.accuracy]\n```\n")
    #expect(text.contains("nothing that is measured depends on 'other'"), "\(text)")
  }

  @Test("A sweep does not measure a sweep, and other steps know its values")
  func values() throws {
    let sweep = "```sweep a\nvary: {seed: [1, 2]}\nmeasure: [dev.accuracy]\n```\n"
    let text = try problems(
      usual + sweep + "```sweep b\nvary: {seed: [1]}\nmeasure: [a.count]\n```\n")
    #expect(text.contains("'a' is a sweep itself"), "\(text)")
    #expect(
      try problems(
        usual + sweep + "`{mean(a.runs.dev.accuracy)}`, `{a.groups.dev.accuracy.max}`\n"
      ).isEmpty)
  }
}
