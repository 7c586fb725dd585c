import Testing

@Suite struct YAMLMistakeTests {
  /// What is printed for each text.
  static let cases: [Case<String>] = [
    Case(
      "duplicate key", "```train\na: 1\nb: 2\na: 3\n```",
      #"""
      x.md:4:1: error: duplicate key 'a'
          4 | a: 3
            | ^ keep one of them

      """#),
    Case(
      "duplicate key to the left, in an indented fence",
      "   ```train\n   a: 1\n b: 2\na: 3\n   ```",
      #"""
      x.md:4:1: error: duplicate key 'a'
          4 | a: 3
            | ^ keep one of them

      """#),
    Case(
      "duplicate key to the right, in an indented fence", "   ```train\na: 1\n   a: 3\n   ```",
      #"""
      x.md:3:4: error: duplicate key 'a'
          3 |    a: 3
            |    ^ keep one of them

      """#),
    Case(
      "more aliases than can be unfolded",
      "```train\na: &a x\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n? [*c, *c, *c]\n: x\n```",
      #"""
      x.md:3:8: error: YAML anchors and aliases are not read
          3 | b: &b [*a, *a, *a]
            |        ^~ write the value out, or in quotes if it is text

      """#),
    Case(
      "duplicate key in braces", "```train\na: {x: 1, x: 2}\n```",
      #"""
      x.md:2:5: error: duplicate key 'x'
          2 | a: {x: 1, x: 2}
            |     ^ keep one of them

      """#),
    Case(
      "list body", "```train\n- a\n```",
      #"""
      x.md:2:1: error: expected 'key: value'
          2 | - a
            | ^~~ write `option: value`, a line each

      """#),
    Case(
      "text body", "```train\nhello\n```",
      #"""
      x.md:2:1: error: expected 'key: value'
          2 | hello
            | ^~~~~ write `option: value`, a line each

      """#),
    Case(
      "colon in a value", "```train\na: b: c\n```",
      #"""
      x.md:2:5: error: unexpected ':' in a value
          2 | a: b: c
            |     ^ put the value in quotes

      """#),
    Case(
      "unclosed list", "```train\na: [1, 2\nb: 3\n```",
      #"""
      x.md:2:4: error: unclosed list
          2 | a: [1, 2
            |    ^ add the ']'

      """#),
    Case(
      "unclosed mapping", "```train\na: {x: 1\n```",
      #"""
      x.md:2:4: error: unclosed mapping
          2 | a: {x: 1
            |    ^ add the '}'

      """#),
    Case(
      "unclosed quote", "```train\né: \"x\nb: 3\n```",
      #"""
      x.md:2:4: error: unclosed quote
          2 | é: "x
            |    ^ add the closing quote

      """#),
    Case(
      "tab in the indentation", "```train\n\ta: 1\n```",
      #"""
      x.md:2:1: error: tab in the indentation
          2 |     a: 1
            | ^~~~ indent with spaces

      """#),
    Case(
      "reserved character", "```train\na: @x\n```",
      #"""
      x.md:2:4: error: a value cannot begin with this character
          2 | a: @x
            |    ^ put the value in quotes

      """#),
    Case(
      "anchor", "```train\na: &x 1\nb: *x\n```",
      #"""
      x.md:2:4: error: YAML anchors and aliases are not read
          2 | a: &x 1
            |    ^~ write the value out, or in quotes if it is text

      """#),
    Case(
      "alias", "```train\na: *x\n```",
      #"""
      x.md:2:4: error: YAML anchors and aliases are not read
          2 | a: *x
            |    ^ write the value out, or in quotes if it is text

      """#),
    Case(
      "tag", "```train\na: !!str x\n```",
      #"""
      x.md:2:4: error: YAML tags are not read
          2 | a: !!str x
            |    ^~~~~ write the value alone

      """#),
    Case(
      "list as a key", "```train\n? [a, b]\n: 1\n```",
      #"""
      x.md:2:3: error: a list or mapping as a key
          2 | ? [a, b]
            |   ^~~~~~ write a word before the ':'

      """#),
    Case(
      "no key", "```train\n: 1\n```",
      #"""
      x.md:2:1: error: expected a key here
          2 | : 1
            | ^ line the keys up, or put the value above in quotes

      """#),
    Case(
      "key too deep", "```train\na: 1\n  b: 2\n```",
      #"""
      x.md:3:3: error: 'b' does not line up with the key above
          3 |   b: 2
            |   ^ indent both alike, or put the value above in quotes

      """#),
    Case(
      "no colon", "```train\na\nb: 2\n```",
      #"""
      x.md:2:1: error: no ':' after the key
          2 | a
            | ^ write `key: value`

      """#),
    Case(
      "no space", "```train\na: 1\nb:2\nc: 3\n```",
      #"""
      x.md:3:1: error: no space after the ':'
          3 | b:2
            | ^~ write `b: 2`

      """#),
    Case(
      "no space first", "```train\nb:2\nc: 3\n```",
      #"""
      x.md:2:1: error: no space after the ':'
          2 | b:2
            | ^~ write `b: 2`

      """#),
    Case(
      "no space last", "```train\na: 1\nb:2\n```",
      #"""
      x.md:3:1: error: no space after the ':'
          3 | b:2
            | ^~ write `b: 2`

      """#),
    Case(
      "no space alone", "```train\nb:2\n```",
      #"""
      x.md:2:1: error: no space after the ':'
          2 | b:2
            | ^~ write `b: 2`

      """#),
    Case(
      "a path of Windows", "```train\na: \"C:\\Users\"\n```",
      #"""
      x.md:2:7: error: unknown escape in double quotes
          2 | a: "C:\Users"
            |       ^ write `\\` for a backslash, or use single quotes

      """#),
    Case(
      "no colon in many words", "```train\na: 1\nb 2 \n```",
      #"""
      x.md:3:1: error: no ':' after the key
          3 | b 2 
            | ^~~ write `key: value`

      """#),
    Case(
      "no space after the first colon", "```train\n  b:2\n  c: 3\n```",
      #"""
      x.md:2:3: error: no space after the ':'
          2 |   b:2
            |   ^~ write `b: 2`

      """#),
    Case(
      "unknown escape", "```train\na: \"\\q\"\n```",
      #"""
      x.md:2:5: error: unknown escape in double quotes
          2 | a: "\q"
            |     ^ write `\\` for a backslash, or use single quotes

      """#),
    Case(
      "second document", "```train\n---\na: 1\n---\nb: 2\n```",
      #"""
      x.md:4:1: error: second YAML document
          4 | ---
            | ^ delete the '---' line

      """#),
    Case(
      "control character", "```train\na: 1\u{7}\n```",
      #"""
      x.md:2:5: error: control character U+0007
          2 | a: 1␇
            |     ^ delete it

      """#),
    Case(
      "text after a list", "```train\n[a] b\n```",
      #"""
      x.md:2:5: error: unexpected text after the end
          2 | [a] b
            |     ^ delete it, or put the value in quotes

      """#),
    Case(
      "list in a line", "```train\na: - b\n```",
      #"""
      x.md:2:4: error: unexpected '- '
          2 | a: - b
            |    ^ write the list as [a, b], or begin it on the next line

      """#),
    Case(
      "block text in a line", "```train\na: |x\n```",
      #"""
      x.md:2:5: error: unexpected text after '|' or '>'
          2 | a: |x
            |     ^ begin the text on the next line

      """#),
    Case(
      "bracket", "```train\na: ]\n```",
      #"""
      x.md:2:4: error: expected a value here
          2 | a: ]
            |    ^ put the value in quotes if it is text

      """#),
    Case(
      "caption is a list", "```train\ncaption: [a]\n```",
      #"""
      x.md:2:10: error: caption is not text
          2 | caption: [a]
            |          ^~~ put the caption in quotes

      """#),
    Case(
      "mistake in a caption", "```train\ncaption: é `{}` b\n```",
      #"""
      x.md:2:13: error: inline value without an expression
          2 | caption: é `{}` b
            |             ^~ write {step.member}, or \{ for code

      """#),
    Case(
      "line separator", "```train\na: x\u{2028}b\n```",
      #"""
      x.md:2:5: error: control character U+2028
          2 | a: x\u{2028}b
            |     ^~~~~~~~ delete it

      """#),
  ]

  @Test(arguments: cases) func printed(_ row: Case<String>) {
    #expect(mistakes(in: row.text) == row.expected)
  }
}
