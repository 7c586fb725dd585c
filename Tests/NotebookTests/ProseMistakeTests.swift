import Testing

@Suite struct ProseMistakeTests {
  /// What is printed for each text.
  static let cases: [Case<String>] = [
    Case(
      "inline values", "`{}` `{a:}` `{a} and {b}` `{ }`",
      #"""
      x.md:1:2: error: inline value without an expression
          1 | `{}` `{a:}` `{a} and {b}` `{ }`
            |  ^~ write {step.member}, or \{ for code
      x.md:1:7: error: inline value with an empty format
          1 | `{}` `{a:}` `{a} and {b}` `{ }`
            |       ^~~~ delete the ':' or write a format after it, such as .2%
      x.md:1:14: error: a brace within an inline value
          1 | `{}` `{a:}` `{a} and {b}` `{ }`
            |              ^~~~~~~~~~~ give each value its own code span, or write \{ for code
      x.md:1:28: error: inline value without an expression
          1 | `{}` `{a:}` `{a} and {b}` `{ }`
            |                            ^~~ write {step.member}, or \{ for code

      """#),
    Case(
      "values within code, of steps alone",
      "`{train.x` `train.x}` `{train.x}%` `${train[0]}` `{other.x` `\\{train.x}` `f { train.x`\n\n```train\n```",
      #"""
      x.md:1:2: error: a value of the run within code
          1 | `{train.x` `train.x}` `{train.x}%` `${train[0]}` `{other.x` `\{train.x}` `f { train.x`
            |  ^~~~~~~~ write it as a code span of its own, `{step.member}`, and the text around it outside
      x.md:1:13: error: a value of the run within code
          1 | `{train.x` `train.x}` `{train.x}%` `${train[0]}` `{other.x` `\{train.x}` `f { train.x`
            |             ^~~~~~~~ write it as a code span of its own, `{step.member}`, and the text around it outside
      x.md:1:24: error: a value of the run within code
          1 | `{train.x` `train.x}` `{train.x}%` `${train[0]}` `{other.x` `\{train.x}` `f { train.x`
            |                        ^~~~~~~~~~ write it as a code span of its own, `{step.member}`, and the text around it outside
      x.md:1:37: error: a value of the run within code
          1 | `{train.x` `train.x}` `{train.x}%` `${train[0]}` `{other.x` `\{train.x}` `f { train.x`
            |                                     ^~~~~~~~~~~ write it as a code span of its own, `{step.member}`, and the text around it outside

      """#),
    Case(
      "wide characters and a tab", "漢字 `{a:}` x\ty `{}`",
      #"""
      x.md:1:5: error: inline value with an empty format
          1 | 漢字 `{a:}` x   y `{}`
            |       ^~~~ delete the ':' or write a format after it, such as .2%
      x.md:1:16: error: inline value without an expression
          1 | 漢字 `{a:}` x   y `{}`
            |                    ^~ write {step.member}, or \{ for code

      """#),
    Case(
      "in a table", "|a|\n|-|\n| `{}` |",
      #"""
      x.md:3:4: error: inline value without an expression
          3 | | `{}` |
            |    ^~ write {step.member}, or \{ for code

      """#),
    Case(
      "unused footnote", "a[^b]\n\n[^b]: x\n\n[^c]: y `{}`",
      #"""
      x.md:5:1: error: footnote [^c] that nothing refers to, or a second one of this name
          5 | [^c]: y `{}`
            | ^~~~ write [^c] in the text, or delete the footnote

      """#),
    Case(
      "several, in order", "```trian\n```\n\n`{}`\n\n```load 1\n```",
      #"""
      x.md:1:4: error: unknown step kind 'trian'
          1 | ```trian
            |    ^~~~~ did you mean 'train'?
      x.md:4:2: error: inline value without an expression
          4 | `{}`
            |  ^~ write {step.member}, or \{ for code
      x.md:6:9: error: '1' is not a step name
          6 | ```load 1
            |         ^ write a letter, then letters, digits and single hyphens

      """#),
  ]

  @Test(arguments: cases) func printed(_ row: Case<String>) {
    #expect(mistakes(in: row.text) == row.expected)
  }
}
