import Testing

@Suite struct StepMistakeTests {
  /// What is printed for each text.
  static let cases: [Case<String>] = [
    Case(
      "misspelt kind", "Text\n\n```trian\n```",
      #"""
      x.md:3:4: error: unknown step kind 'trian'
          3 | ```trian
            |    ^~~~~ did you mean 'train'?

      """#),
    Case(
      "kind in capitals", "```Train\n```",
      #"""
      x.md:1:4: error: unknown step kind 'Train'
          1 | ```Train
            |    ^~~~~ did you mean 'train'?

      """#),
    Case(
      "the fence of another tool", "```{train}\n```",
      #"""
      x.md:1:4: error: unknown step kind '{train}'
          1 | ```{train}
            |    ^~~~~~~ did you mean 'train'?

      """#),
    Case(
      "a name joined to its kind", "```train:wide\n```",
      #"""
      x.md:1:4: error: unknown step kind 'train:wide'
          1 | ```train:wide
            |    ^~~~~~~~~~ did you mean 'train'?

      """#),
    Case(
      "step name", "```train 2x\n```",
      #"""
      x.md:1:10: error: '2x' is not a step name
          1 | ```train 2x
            |          ^~ write a letter, then letters, digits and single hyphens

      """#),
    Case(
      "step name with an underscore", "```train a_b\n```",
      #"""
      x.md:1:10: error: 'a_b' is not a step name
          1 | ```train a_b
            |          ^~~ write a letter, then letters, digits and single hyphens

      """#),
    Case(
      "the name of another kind", "```train\n```\n\n```evaluate train\n```",
      #"""
      x.md:4:13: error: the train step of line 1 is called 'train' by its kind
          4 | ```evaluate train
            |             ^~~~~ choose another name, or give that step one

      """#),
    Case(
      "more than a name", "```train a b\n```",
      #"""
      x.md:1:12: error: 'b' after the name of a step
          1 | ```train a b
            |            ^ write ```train or ```train NAME; options go in the body

      """#),
    Case(
      "reserved name", "```train or\n```",
      #"""
      x.md:1:10: error: 'or' cannot name a step
          1 | ```train or
            |          ^~ it means something in expressions; choose another name

      """#),
    Case(
      "duplicate name", "```train a\n```\n```load a\n```",
      #"""
      x.md:3:9: error: duplicate step name 'a'
          3 | ```load a
            |         ^ line 1 has it too; rename one

      """#),
    Case(
      "unclosed step", "```train\nx: 1\n\n# More",
      #"""
      x.md:1:1: error: unclosed fence
          1 | ```train
            | ^~~ close it on a line of its own

      """#),
    Case(
      "unclosed listing", "~~~\nx",
      #"""
      x.md:1:1: error: unclosed fence
          1 | ~~~
            | ^~~ close it on a line of its own

      """#),
    Case(
      "shorter closing fence", "````load\n```",
      #"""
      x.md:1:1: error: unclosed fence
          1 | ````load
            | ^~~~ close it on a line of its own

      """#),
    Case(
      "step in a list", "- a\n  ```train\n  ```",
      #"""
      x.md:2:6: error: 'train' step within a list, quote or footnote
          2 |   ```train
            |      ^~~~~ steps stand on their own, at the left margin

      """#),
    Case(
      "misspelt step in a quote", "> ```trian\n> ```",
      #"""
      x.md:1:6: error: unknown step kind 'trian'
          1 | > ```trian
            |      ^~~~~ did you mean 'train'?

      """#),
    Case(
      "check lines", "```check\nfoo\n: x\na:\n\"\": y\n# a: b\n\na: b\n```",
      #"""
      x.md:2:1: error: no expression after a sentence
          2 | foo
            | ^~~ write `sentence: expression`
      x.md:3:1: error: no sentence before the expression
          3 | : x
            | ^~~ write `sentence: expression`
      x.md:4:1: error: no expression after a sentence
          4 | a:
            | ^~ write `sentence: expression`
      x.md:5:1: error: no sentence before the expression
          5 | "": y
            | ^~~~~ write `sentence: expression`

      """#),
    Case(
      "indented body", "   ```train\n   é: [é, ü: @]\n   ```",
      #"""
      x.md:2:14: error: a value cannot begin with this character
          2 |    é: [é, ü: @]
            |              ^ put the value in quotes

      """#),
  ]

  @Test(arguments: cases) func printed(_ row: Case<String>) {
    #expect(mistakes(in: row.text) == row.expected)
  }
}
