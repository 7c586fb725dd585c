import Testing

@Suite struct FrontMatterMistakeTests {
  /// What is printed for each text.
  static let cases: [Case<String>] = [
    Case(
      "unclosed", "---\ntitle: x\n\n`{}`",
      #"""
      x.md:1:1: error: unclosed front matter
          1 | ---
            | ^~~ end it with a line of its own: ---
      x.md:4:2: error: inline value without an expression
          4 | `{}`
            |  ^~ write {step.member}, or \{ for code

      """#),
    Case(
      "keys and types", "---\ntitel: x\nfoo: y\nseed: -1\nlanguage: english!\nauthor: [a]\n---",
      #"""
      x.md:2:1: error: unknown front matter key 'titel'
          2 | titel: x
            | ^~~~~ did you mean 'title'?
      x.md:3:1: error: unknown front matter key 'foo'
          3 | foo: y
            | ^~~ the keys are title, subtitle, author, date, licence, key-figures, references, section-numbers, language and seed
      x.md:4:7: error: '-1' is not a seed
          4 | seed: -1
            |       ^~ write a whole number from 0 to 4294967295
      x.md:5:11: error: 'english!' is not a language tag
          5 | language: english!
            |           ^~~~~~~~ write one such as en or pt-BR
      x.md:6:9: error: author is not text
          6 | author: [a]
            |         ^~~ write one value, in quotes if it begins with [ or {

      """#),
    Case(
      "key figures", "---\nkey-figures: 5\n---",
      #"""
      x.md:2:14: error: key-figures is not a mapping
          2 | key-figures: 5
            |              ^ write 'label: text' for each, on lines of their own, indented

      """#),
    Case(
      "quoted seed", "---\nseed: '1'\n---",
      #"""
      x.md:2:7: error: '1' is not a seed
          2 | seed: '1'
            |       ^~~ write it without quotes: 1

      """#),
    Case(
      "seed too large", "---\nseed: 4294967296\n---",
      #"""
      x.md:2:7: error: '4294967296' is not a seed
          2 | seed: 4294967296
            |       ^~~~~~~~~~ write a whole number from 0 to 4294967295

      """#),
    Case(
      "seed is a list", "---\nseed: [1]\n---",
      #"""
      x.md:2:7: error: seed is not a number
          2 | seed: [1]
            |       ^~~ write one value, in quotes if it begins with [ or {

      """#),
    Case(
      "front matter is a list", "---\n- a\n---",
      #"""
      x.md:2:1: error: expected 'key: value'
          2 | - a
            | ^~~ write `title: …`, a line each

      """#),
    Case(
      "colon in the title, and prose", "---\ntitle: a: b\n---\n\n`{}`",
      #"""
      x.md:2:9: error: unexpected ':' in a value
          2 | title: a: b
            |         ^ put the value in quotes
      x.md:5:2: error: inline value without an expression
          5 | `{}`
            |  ^~ write {step.member}, or \{ for code

      """#),
    Case(
      "values in the title", "---\ntitle: \"`{}` \\\"`{a:}`\"\n---",
      #"""
      x.md:2:10: error: inline value without an expression
          2 | title: "`{}` \"`{a:}`"
            |          ^~ write {step.member}, or \{ for code
      x.md:2:17: error: inline value with an empty format
          2 | title: "`{}` \"`{a:}`"
            |                 ^~~~ delete the ':' or write a format after it, such as .2%

      """#),
    Case(
      "author twice", "---\nauthor: a\nauthor: b\n---",
      #"""
      x.md:3:1: error: duplicate key 'author'
          3 | author: b
            | ^~~~~~ keep one of them

      """#),
  ]

  @Test(arguments: cases) func printed(_ row: Case<String>) {
    #expect(mistakes(in: row.text) == row.expected)
  }
}
