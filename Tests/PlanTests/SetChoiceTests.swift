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
}
