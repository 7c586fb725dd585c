import Testing

@Suite struct CompareTests {
  @Test(
    "What cannot be compared is told at its place",
    arguments: [
      ("of: [dev]", "one evaluation alone cannot be compared"),
      ("of: [dev, dev]", "a step is named twice"),
      ("of: [dev, train]", "step 'train' is a train step"),
      ("of: [dev, learned]", "'dev' judges on split.dev, and 'learned' on split.training"),
      ("of: [dev, nothing]", "there is no step 'nothing'"),
      ("examples: 3", "compare needs the option 'of'"),
    ])
  func mistakes(body: String, message: String) throws {
    let text = try problems(
      usual + "```evaluate learned\non: training\n```\n\n```compare\n\(body)\n```\n")
    #expect(text.contains(message), "\(text)")
  }

  @Test("With two models the values of the pair are those of the step")
  func values() throws {
    let text =
      usual + "```evaluate other\non: dev\n```\n\n```compare pair\nof: [dev, other]\n```\n\n"
    #expect(try problems(text + "`{pair.verdict}` `{pair.pairs[0].p:.3f}`\n").isEmpty)
  }
}
