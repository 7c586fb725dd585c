import Notebook
import Plan
import Testing

/// Ten thousand notebooks with random mistakes: whatever is told of them stands where it is told.
@Suite struct MutatedNotebookTests {
  private static let seedText = """
    ---
    title: "Digits `{dev.accuracy:.1%}`"
    key-figures:
      Accuracy: "`{dev.accuracy:.1%}`"
    seed: 7
    ---

    It reads `{train.accuracy:.1%}` and `{dev.accuracy.count +
    train.iterations}` [there](#results), 漢字 👩‍🔬[^n].

    | a | b |
    |---|---|
    | `{load.rows}` | c\\|d |

    ```load
    mnist: data
    labelled: 42000
    ```

    ```split
    dev: 1000
    ```

    ```train
    layers: [10 relu, 10 softmax]
    iterations: 500
    ```

    ```evaluate dev
    on: dev
    ```

    ```plot curve
    show: learning-curve
    of: train.accuracy
    caption: >
      At half `{train.history.at(0.5).accuracy:.1%}`, at the end
      `{train.accuracy:.1%}` of é.
    ```

    ## Results

    ```check
    It reads: most of it: dev.accuracy > 0.5
    4 and 9 are near: dev.confusion.rank(4, 9) <= 5
    ```

    [^n]: A note `{train.loss:.3f}`.

    """

  private static let pieces = [
    "`", "```", "{", "}", "[", "]", "(", ")", ":", ": ", "\"", "'", "\\", "|", "> ", "- ", "\n",
    "\r\n",
    "---\n", "```train\n", "```claim\n", "[^m]", "*a", "%", "\t", "\u{A0}", "é", "e\u{301}", "漢",
    "👩‍🔬", "#", " #", "<!--", "-->", "<b>", "<sub>", "</sub>", "$x_1$", "\\(", "\\)", "[@k]", "    ",
    "`{a.b}`", "`{dve.loss}`", "dev", "x", "1", "_", ".", "[25]", ".at(iteration: 7)", "](#gone)",
  ]

  @Test("Every mistake lies within the text, at what it names", arguments: 0..<20)
  func places(_ seed: UInt64) {
    var random = Generator(state: seed)
    for _ in 0..<500 {
      var text = Array(Self.seedText)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0...text.count, using: &random)
        let end = min(text.count, start + Int.random(in: 0...4, using: &random))
        let isDeletion = Bool.random(using: &random)
        let piece = isDeletion ? "" : Self.pieces.randomElement(using: &random) ?? ""
        text.replaceSubrange(start..<end, with: Array(piece))
      }
      check(String(text))
    }
  }

  private func check(_ text: String) {
    let source = SourceFile(path: "x.md", text: text)
    var found: [Diagnostic] = []
    do {
      let notebook = try Notebook(source: source, stepKinds: StepKind.syntaxes)
      found = try Plan(notebook).warnings
    } catch {
      found = error.diagnostics
      if let remainder = error.remainder {
        do { _ = try Plan(remainder) } catch { found += error.diagnostics }
      }
    }
    for diagnostic in found {
      guard let range = diagnostic.range else { continue }
      #expect(isWithin(range, source), "\(range) of \(diagnostic.message) in:\n\(text)")
      if let name = named(in: diagnostic.message), let slice = slice(range, source) {
        #expect(slice == name, "\(diagnostic.message) at '\(slice)' in:\n\(text)")
      }
    }
  }

  /// The word that a message is about, where it names it as it stands in the text.
  private func named(in message: String) -> String? {
    let openings = [
      "no step is called '", "unknown step kind '", "duplicate step name '",
      "there is no footnote ",
      "no function is called '",
    ]
    guard let opening = openings.first(where: message.hasPrefix) else { return nil }
    let rest = message.dropFirst(opening.count)
    return opening.hasSuffix("'") ? String(rest.dropLast()) : String(rest)
  }

  /// The text of a stretch of one line; `nil` for a longer one.
  private func slice(_ range: SourceRange, _ source: SourceFile) -> String? {
    guard range.start.line == range.end.line else { return nil }
    let line = Array(source.lines[range.start.line - 1])
    guard range.end.column - 1 <= line.count else { return nil }
    return String(line[range.start.column - 1..<range.end.column - 1])
  }

  private func isWithin(_ range: SourceRange, _ source: SourceFile) -> Bool {
    // A caret may stand just behind the last character of a line.
    range.start <= range.end
      && [range.start, range.end].allSatisfy { position in
        source.lines.indices.contains(position.line - 1)
          && (1...source.lines[position.line - 1].count + 2).contains(position.column)
      }
  }
}

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
