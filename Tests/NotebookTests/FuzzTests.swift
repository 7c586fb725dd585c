import Notebook
import Testing

/// Random edits of a notebook that has everything: none may crash, and every place that is
/// told lies within the text.
@Suite struct FuzzTests {
  static let seedText = """
    ---
    title: "Digits `{a.b:.2%}` \\"x\\""
    seed: 7
    ---
    para `{x}` [^n] **b _`{y:d}`_** <b> <http://x> [z](y "t") ![i](p)
    | a `{h}` | b |
    |---|:-:|
    | `{x}` | c\\|`{d("\\|") : e}` |

    > - quote `{q
    >   r}`
    >   1. [x] `` {w} ``

    [^n]: note `{m}`

        second

    Sét `{é.é: >3}` 漢字 👩‍🔬
    ===
    ```train wide
    layers: [10 relu, 'a', {x: 1}]
    caption: >
      über `{a}` and
      then `{b}`
    rate: "\\u00e9" # c
    list:
      - a
      - &b c
    ```
    ~~~plot
    of: *b
    ~~~
    ```check
    a: b: c <= 3
    "4 and 9": x
    ```
    """

  static let pieces = [
    "`", "```", "{", "}", "[", "]", ":", ": ", "\"", "'", "\\", "|", "|-|-|\n", "> ", "- ", "\n",
    "\r\n", "\r", "---\n", "```train\n", "[^n]", "[^m]: ", "&a ", "*a", "!!x ", "? ", "%", "@",
    "\t", "\u{0}", "\u{7}", "\u{2028}", "\u{FEFF}", "é", "e\u{301}", "\u{301}", "漢", "👩‍🔬", "#", " #",
    "<!--", "<b", "*", "**", "~~", "    ", "`{a}`", "`{a:", "caption: ", "title: `{a}`", "\u{85}",
  ]

  @Test(arguments: 0..<8) func edits(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    for _ in 0..<60 {
      var text = Array(Self.seedText)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let start = Int.random(in: 0...text.count, using: &random)
        let end = min(text.count, start + Int.random(in: 0...6, using: &random))
        let isDeletion = Bool.random(using: &random)
        let piece = isDeletion ? "" : Self.pieces.randomElement(using: &random) ?? ""
        text.replaceSubrange(start..<end, with: Array(piece))
      }
      check(String(text))
    }
  }

  @Test(arguments: 8..<12) func soup(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    for _ in 0..<60 {
      let count = Int.random(in: 0...80, using: &random)
      let soup = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      check(soup.joined())
      check("```train\n" + soup.joined() + "\n```\n")
      check("---\n" + soup.joined() + "\n---\n")
    }
  }

  private func check(_ text: String) {
    let source = SourceFile(path: "x.md", text: text)
    do {
      let notebook = try Notebook(source: source, stepKinds: stepKinds)
      for value in notebook.inlineValues { expectWithin(value.expressionRange, source) }
      for step in notebook.steps {
        expectWithin(step.range, source)
        for option in step.options {
          expectWithin(option.keyRange, source)
          expectWithin(option.value.range, source)
        }
      }
    } catch {
      for diagnostic in error.diagnostics {
        if let range = diagnostic.range { expectWithin(range, source, slack: 1) }
      }
      #expect(!error.text(colour: true).isEmpty)
    }
  }

  /// `slack` is how far an end may reach past its line: a caret may stand after the last character.
  private func expectWithin(_ range: SourceRange, _ source: SourceFile, slack: Int = 0) {
    let isWithin = [range.start, range.end].allSatisfy { position in
      guard source.lines.indices.contains(position.line - 1) else { return false }
      let length = source.lines[position.line - 1].count
      return (1...length + 1 + slack).contains(position.column)
    }
    #expect(
      isWithin && range.start <= range.end, "\(range.short) in \(source.text.debugDescription)")
  }
}

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
