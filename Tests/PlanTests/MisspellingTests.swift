import Notebook
import Plan
import Testing

/// Misspelt words: what editors write in their place, and nothing else.
@Suite struct MisspellingTests {
  private static let trained = "```train b\nlayers: [8 relu, 10 softmax]\nbatch: 10\nepochs: 1\n"

  /// Steps that follow the usual ones, as they are written and as they are meant.
  static let cases: [(written: String, meant: String)] = [
    (
      "```train b\nlayers: [10 rleu, 1_0 sofmax, 10 Softmax]\n```",
      "```train b\nlayers: [10 relu, 1_0 softmax, 10 softmax]\n```"
    ),
    (
      "```train b\nlayers:\n  - conv 16 5x5 rel\n  - \"batch-norm  rleu\"\n  - drop-out 0.3\n```",
      "```train b\nlayers:\n  - conv 16 5x5 relu\n  - \"batch-norm  relu\"\n  - dropout 0.3\n```"
    ),
    ("```train b\nlayers: 10 sofmax\n```", "```train b\nlayers: 10 softmax\n```"),
    (
      trained + "augment: [shfit 2, 'rotat 10']\nlearning-rate: cosin 0.1\n```",
      trained + "augment: [shift 2, 'rotate 10']\nlearning-rate: cosine 0.1\n```"
    ),
    (
      trained + "optimizer: adm\n\"weight-deca\": 0.1\n```",
      trained + "optimizer: adam\n\"weight-decay\": 0.1\n```"
    ),
    ("```evaluate x\non: splt.dev\n```", "```evaluate x\non: split.dev\n```"),
    (
      "```evaluate x\non: 'split.dve'\nmodel: \"tran\"\n```",
      "```evaluate x\non: 'split.dev'\nmodel: \"train\"\n```"
    ),
    (
      "```plot p\nshow: class-counts\nof: [split.dve, splt.dev, labeled]\n```",
      "```plot p\nshow: class-counts\nof: [split.dev, split.dev, labelled]\n```"
    ),
    (
      "```plot p\nshow: learning-curve\nof: tran.loss\n```",
      "```plot p\nshow: learning-curve\nof: train.loss\n```"
    ),
    (
      "```plot p\nshow: learning-curv\nof: [train.acuracy, \"train.los\"]\n```",
      "```plot p\nshow: learning-curve\nof: [train.acuracy, \"train.los\"]\n```"
    ),
    (
      "```plot p\nshow: learning-curve\nof: [train.acuracy, \"train.los\"]\n```",
      "```plot p\nshow: learning-curve\nof: [train.accuracy, \"train.loss\"]\n```"
    ),
    (
      "```evaluate x\n```\n\n```compare\nof: [dve, x]\n```",
      "```evaluate x\n```\n\n```compare\nof: [dev, x]\n```"
    ),
    (
      "```sweep\nvary:\n  train.iteratons: [5, 10]\nmeasure: dev.accuracy\n```",
      "```sweep\nvary:\n  train.iterations: [5, 10]\nmeasure: dev.accuracy\n```"
    ),
    (
      "```sweep\nvary: {\"tran.iterations\": 5 to 9, sede: 1}\nmeasure: [\"dev.acuracy\"]\n```",
      "```sweep\nvary: {\"train.iterations\": 5 to 9, seed: 1}\nmeasure: [\"dev.accuracy\"]\n```"
    ),
    (
      "```sweep\nvariants:\n  a: {train.iteratons: 5}\n  b: {train.layers: [10 sofmax]}\n"
        + "measure: dev.accuracy\n```",
      "```sweep\nvariants:\n  a: {train.iterations: 5}\n  b: {train.layers: [10 softmax]}\n"
        + "measure: dev.accuracy\n```"
    ),
    (
      "```sweep\nvary:\n  dev.mdel: [train]\n  train.layers: [[9 rleu, 10 softmax], [10 sofmax]]\n"
        + "measure: dev.accuracy\n```",
      "```sweep\nvary:\n  dev.model: [train]\n  train.layers: [[9 relu, 10 softmax], [10 softmax]]\n"
        + "measure: dev.accuracy\n```"
    ),
    (
      "```sweep\nvary: {train.seed: [1]}\nmeasure: dev.accuracy\n```\n\n"
        + "```plot\nshow: sweep\nmeasure: [dev.acuracy]\n```",
      "```sweep\nvary: {train.seed: [1]}\nmeasure: dev.accuracy\n```\n\n"
        + "```plot\nshow: sweep\nmeasure: [dev.accuracy]\n```"
    ),
    (
      "It reads `{dve.accuracy}` and `{dev.acuracy}`, see `{dve.table}`: $`\\alhpa`$.",
      "It reads `{dev.accuracy}` and `{dev.accuracy}`, see `{dev.table}`: $`\\alpha`$."
    ),
    ("```plt\nshow: confusion-matrix\n```", "```plot\nshow: confusion-matrix\n```"),
  ]

  @Test("What was meant is written in the place of the word alone", arguments: cases)
  func corrections(written: String, meant: String) throws {
    let found = try mistakes(usual + written)
    let mistakes = found?.diagnostics.filter { $0.misspelling != nil } ?? []
    let corrections = mistakes.compactMap {
      $0.correction(in: SourceFile(path: "", text: usual + written))
    }
    #expect(corrections.count == mistakes.count, "\(found.map { "\($0)" } ?? "")")
    #expect(
      corrected(usual + written, corrections) == usual + meant, "\(found.map { "\($0)" } ?? "")")
  }

  @Test("A key of the front matter is mended within its quotes")
  func frontMatter() throws {
    let text = "---\n\"titel\": Digits\n---\n\n" + usual
    let found = try #require(try mistakes(text)?.diagnostics.first)
    let correction = try #require(found.correction(in: SourceFile(path: "", text: text)))
    #expect(
      correction.text == "title" && correction.range == SourceRange(line: 2, column: 2, length: 5))
  }

  @Test(
    "Where the word is not in one place, nothing is offered",
    arguments: [
      (SourceRange(line: 1, column: 1, length: 13), "ab", nil),
      (SourceRange(line: 1, column: 4, length: 8), "ab", nil),
      (SourceRange(line: 1, column: 4, length: 5), "ab", nil),
      (SourceRange(line: 1, column: 7, length: 6), "ab", 11),
      (SourceRange(line: 1, column: 1, length: 2), "ab", 1),
      (SourceRange(line: 1, column: 1, length: 40), "cd", nil),
      (SourceRange(line: 3, column: 1, length: 2), "ab", nil),
    ])
  func places(range: SourceRange, word: String, column: Int?) {
    let source = SourceFile(path: "", text: "ab [abc, (ab), -ab]")
    let diagnostic = Diagnostic("m", at: range, misspelling: Misspelling(word, meant: "abc"))
    #expect(diagnostic.help == "did you mean 'abc'?")
    #expect(
      diagnostic.correction(in: source)?.range
        == column.map { SourceRange(line: 1, column: $0, length: 2) })
  }

  /// A text with corrections made, the last first.
  private func corrected(
    _ text: String, _ corrections: [(range: SourceRange, text: String)]
  ) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    for correction in corrections.sorted(by: { $0.range.start > $1.range.start }) {
      let columns = correction.range.start.column - 1..<correction.range.end.column - 1
      lines[correction.range.start.line - 1].replaceSubrange(columns, with: Array(correction.text))
    }
    return lines.map { String($0) }.joined(separator: "\n")
  }
}
