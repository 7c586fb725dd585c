import Notebook
import Plan
import Testing

/// What is known of a set of examples by which networks have been chosen.
@Suite struct SetChoiceTests {
  private static let sweep = """
    ```sweep widths
    vary: {train.layers: [[8 relu, 10 softmax], [10 softmax]], seed: 0 to 2}
    measure: [dev.accuracy, test.accuracy]
    best: dev.accuracy
    ```

    """
  private static let judgesTest = "```evaluate test\non: test\n```\n\n"

  private func choices(_ text: String, of name: String) throws -> [String]? {
    let evaluation = try plan(text).step(name)?.declaration as? Evaluate
    return evaluation?.earlierChoices.map { "\($0.step) \($0.words)" }
  }

  @Test("An evaluation knows the steps above that choose by its set, but for those of its network")
  func earlierChoices() throws {
    let other = """
      ```train other
      layers: [10 softmax]
      batch: 50
      epochs: 2
      validation: dev
      stop-early: 1 epoch
      ```

      """
    let text =
      usual + Self.judgesTest + Self.sweep + other
      + "```evaluate again\nmodel: train\non: dev\n```\n"
      + "```evaluate last\non: dev\n```\n"
    #expect(try choices(text, of: "dev") == [])
    let again = [
      "widths tells which of 2 is best on it", "other keeps the weights that are best on it",
    ]
    #expect(try choices(text, of: "again") == again)
    #expect(
      try choices(text, of: "last") == ["dev judges train"] + again + ["again judges train"])
  }

  @Test("Of many choices the first fifty are told, and how many more there are")
  func manyChoices() throws {
    let trained = usual + "```train other\nlayers: [10 softmax]\n```\n"
    func found(_ count: Int) throws -> (told: [String], count: Int?) {
      let readings = (0..<count).map { "```evaluate e\($0)\nmodel: other\n```\n" }.joined()
      let text = trained + readings + "```evaluate last\nmodel: train\n```\n"
      let evaluation = try plan(text).step("last")?.declaration as? Evaluate
      return (try choices(text, of: "last") ?? [], evaluation?.earlierChoices.count)
    }
    let listed = (0..<51).map { "e\($0) judges other" }
    #expect(try found(51) == (listed, 51))
    #expect(try found(52) == (listed.prefix(50) + ["e50 is the first of 2 more"], 52))
    #expect(try found(120) == (listed.prefix(50) + ["e50 is the first of 70 more"], 120))
  }

  @Test("A test set that another network has used, or that chooses, earns a warning")
  func testSet() throws {
    func warnings(_ text: String) throws -> [String] { try plan(text).warnings.map(\.message) }
    let text = usual + Self.judgesTest
    #expect(try warnings(text + Self.sweep).isEmpty)
    #expect(try warnings(text + "```evaluate same\non: test\n```\n").isEmpty)
    #expect(
      try warnings(
        text + "```train other\nlayers: [10 softmax]\n```\n```evaluate b\non: test\n```\n")
        == ["step 'test' has used the test set already"])
    #expect(
      try warnings(
        text + Self.sweep.replacing("best: dev.accuracy", with: "best: test.accuracy"))
        == ["this chooses by the test set, on which nothing then tells how good the choice is"])
    #expect(
      try warnings(
        usual + "```train b\nlayers: [10 softmax]\nbatch: 50\nepochs: 2\nvalidation: test\n"
          + "stop-early: 1 epoch\n```\n")
        == ["this chooses by the test set, on which nothing then tells how good the choice is"])
  }

  private func warnings(_ text: String, _ overrides: String...) throws -> [String] {
    let plan = try Plan(
      plan(text).notebook, overrides: Overrides(parsing: overrides))
    return plan.warnings.map(\.message)
  }

  private static func learned(_ train: String, _ evaluate: String) -> String {
    """
    ```load
    mnist: data
    labelled: 42000
    ```

    ```split
    dev: 1000
    ```

    ```split other
    dev: 2000
    seed: 7
    ```

    ```train
    layers: [10 softmax]
    \(train)
    ```

    ```evaluate e
    \(evaluate)
    ```

    """
  }

  @Test(
    "A network that is judged on what it has learned is warned of, and its choices count that",
    arguments: [
      ("on: split.dev", "on: split.dev", "has learned from these examples"),
      ("on: test", "on: test", "has learned from these examples"),
      ("on: labelled", "on: split.dev", "has learned from these examples"),
      ("on: labelled", "on: labelled", "has learned from these examples"),
      ("on: split.training", "on: labelled", "has learned from some of these examples"),
      ("on: other.training", "on: split.dev", "may have learned from some of these examples"),
    ])
  func learned(train: String, evaluate: String, words: String) throws {
    let text = Self.learned(train, evaluate)
    #expect(try warnings(text) == ["'train' \(words)"])
    #expect(try choices(text, of: "e") == ["train learns from it"])
  }

  @Test(
    "A network that is judged on other examples is not, nor one on a set that is called training",
    arguments: [
      ("on: split.training", "on: split.dev"), ("on: split.training", "on: test"),
      ("on: split.training", "on: split.training"), ("on: labelled", "on: split.training"),
      ("on: split.dev", "on: split.training"), ("on: labelled", "on: test"),
      ("on: split.training\nvalidation: split.dev", "on: split.dev"),
    ])
  func notLearned(train: String, evaluate: String) throws {
    let text = Self.learned(train, evaluate)
    #expect(try warnings(text) == [])
    #expect(try choices(text, of: "e") == [])
  }

  @Test("Splits in the same order have what their rows say in common")
  func sameOrder() throws {
    let text = Self.learned("on: other.training", "on: split.dev")
    // The first 2,000 of the same order are not among what is beyond them.
    #expect(try warnings(text, "other.seed=") == [])
    #expect(try warnings(text, "other.seed=0") == [])
    #expect(
      try warnings(text, "other.seed=", "other.dev=500") == [
        "'train' has learned from some of these examples"
      ])
    let rows = Self.learned("on: split.training", "on: labelled\nrows: 0 to 999")
    #expect(try warnings(rows, "split.shuffle=false") == [])
  }

  @Test("A test set that a training reads at every report is not for the end")
  func watched() throws {
    let text = Self.learned("on: split.training\nvalidation: test", "on: test")
    #expect(try warnings(text) == ["'train' has read these examples at every report already"])
    #expect(try choices(text, of: "e") == ["train reads it at every report"])
    let dev = Self.learned("on: split.training\nvalidation: test", "on: split.dev")
    #expect(try warnings(dev) == [])
  }

  @Test("Validating on what is learned from, and a rule that is judged on what it is made of")
  func others() throws {
    let text = Self.learned("on: split.training\nvalidation: split.training", "on: split.dev")
    #expect(try warnings(text) == ["the training learns from these examples"])
    let rules = ["from: dev\non: dev", "from: labelled\non: dev", "from: dev\non: test"]
    #expect(
      try rules.map { try warnings(usual + "```baseline\n\($0)\n```\n") } == [
        ["the rule has been made from these examples"],
        ["the rule has been made from these examples"], [],
      ])
  }

  @Test("A choice by a part of a set is one by the set")
  func parts() throws {
    let text = usual + Self.judgesTest + Self.sweep + "```evaluate all\non: labelled\n```\n"
    #expect(
      try choices(text, of: "all") == [
        "train learns from it", "widths tells which of 2 is best on it",
      ])
  }
}
