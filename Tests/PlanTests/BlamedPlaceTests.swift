import Notebook
import Testing

/// Where mistakes are told: each once, at the word, item or option that is to blame.
@Suite struct BlamedPlaceTests {
  private static let batched = "batch: 10\nepochs: 1\n```"

  static let cases: [(text: String, blamed: [String])] = [
    (
      "```train b\nlayers: [10 rleu, conv, 10 softmax]\n\(batched)", ["rleu", "conv"]
    ),
    ("```train b\nlayers: [10 relu, 9 relu]\n```", ["9 relu"]),
    ("```train b\nlayers: [9 softmax, 8 softmax, 10 softmax]\n```", ["9 softmax"]),
    ("```train b\nlayers: [9 relu, 10 tanh, 10 softmax]\n```", ["10 tanh"]),
    ("```train b\nlayers: [10 softmax, dropout 0.5]\n\(batched)", ["dropout 0.5"]),
    ("```train b\nlayers: [conv 8 3x3 softmax]\n\(batched)", ["conv 8 3x3 softmax"]),
    ("```train b\nlayers: 10 relu, 10 softmax\n```", ["10 relu, 10 softmax"]),
    (
      "```train b\nlayers: [10 softmax]\naugment: [flip, shift 2, shift x, scale 0.1, shift 3]\n"
        + batched, ["flip", "shift x"]
    ),
    (
      "```train b\nlayers: [10 softmax]\naugment: [shift 2, scale 0.1, shift 3]\n\(batched)",
      ["shift 3"]
    ),
    ("```load x\nmnist: m\nclasses: [a, b, a, \"\", b]\n```", ["a", "\"\"", "b"]),
    ("```compare\nof: [train, dev]\n```", ["train"]),
    ("```compare\nof: [dev, \"dev\"]\n```", ["dev"]),
    ("```plot p\nshow: learning-curve\nof: [train.loss, split.loss]\n```", ["split"]),
    ("```plot p\nshow: class-counts\nof: [dev, a.b.c, train.dev]\n```", ["a.b.c", "train"]),
    ("```plot p\nshow: per-class\nmeasures: [f1, big, recall, small]\n```", ["big", "small"]),
    (
      "```predict p\nto: a.csv\n```\n\n```predict q\nlabel: x\nto: a.csv\n```", ["a.csv"]
    ),
    (
      "```sweep\nvary:\n  train.colour: [1, 2, 3]\nmeasure: dev.accuracy\n```", ["colour"]
    ),
    (
      "```sweep\nvariants:\n  a: {train.colour: 1}\n  b: {train.colour: 2}\n"
        + "measure: dev.accuracy\n```", ["colour"]
    ),
    (
      "```sweep\nvary:\n  dev.colour: [1]\n  train.iterations: [many, 2]\n"
        + "measure: dev.accuracy\n```", ["colour", "many"]
    ),
    (
      "```sweep\nvary: {train.layers: [[10 softmax], [9 huge, 10 relu], [big]]}\n"
        + "measure: dev.accuracy\n```", ["huge", "big"]
    ),
    ("```train b\nlayers: [10 softmax]\niterations:5\n```", ["iterations:"]),
    ("```train b\niterations:5\nlayers: [10 softmax]\n```", ["iterations:"]),
    ("```train b\nlayers: [10 softmax]\niterations 5\n```", ["iterations 5"]),
  ]

  @Test("Each mistake is told once, at what is to blame", arguments: cases)
  func places(text: String, blamed: [String]) throws {
    let source = SourceFile(path: "", text: usual + text)
    let found = try mistakes(usual + text)
    #expect(
      found?.diagnostics.map { $0.range.map(source.text(at:)) } == blamed,
      "\(found.map { "\($0)" } ?? "")")
  }

  @Test("What the command line says is told there, and of a sweep at the sweep")
  func commandLine() throws {
    let said = try mistakes(usual, "train.layers=[10 rleu, 10 sofmax]")?.diagnostics
    #expect(said?.map(\.range) == [nil, nil])
    #expect(said?.allSatisfy { $0.message.hasPrefix("--set train.layers=") } == true)
    let sweep = usual + "```sweep\nvary: {seed: [1]}\nmeasure: dev.accuracy\n```"
    let found = try mistakes(sweep, "sweep.vary={train.iteratons: [1, 2]}")?.diagnostics
    let source = SourceFile(path: "", text: sweep)
    #expect(found?.map { $0.range.map(source.text(at:)) } == ["sweep", "sweep"])
    #expect(found?.allSatisfy { $0.correction(in: source) == nil } == true)
  }
}

extension SourceFile {
  /// What stands at a range of one line.
  func text(at range: SourceRange) -> String {
    let line = lines[range.start.line - 1]
    return String(
      line.dropFirst(range.start.column - 1).prefix(range.end.column - range.start.column))
  }
}
