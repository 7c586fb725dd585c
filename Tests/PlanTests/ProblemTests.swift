import Plan
import Testing

/// What users read when a notebook cannot be planned: each problem at its place with what to do.
@Suite struct ProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// What follows the usual steps.
    let text: String
    let says: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "an unknown option with a near one", text: "```evaluate x\non: dev\nmodle: train\n```",
      says: ["19:1: error: evaluate has no option 'modle'", "did you mean 'model'?"]),
    Case(
      name: "an unknown option with none near", text: "```evaluate x\non: dev\ncolour: red\n```",
      says: ["evaluate has no option 'colour'", "its options are"]),
    Case(
      name: "a required option", text: "```split x\n```",
      says: ["17:4: error: split needs the option 'dev'", "write 'dev: …', a whole number"]),
    Case(
      name: "a step between other marks", text: "'''plot\nshow: images\n'''",
      says: ["17:1: error: ''''plot' opens no step", "^~~ write three backticks: ```plot"]),
    Case(
      name: "a step between the marks of Pandoc",
      text: "Text\n::: train\nlayers: [10 softmax]\n:::",
      says: ["18:1: error: ':::train' opens no step"]),
    Case(
      name: "a check between two backticks",
      text: "``check\nIt reads most: train.accuracy > 0.5\n``",
      says: ["17:1: error: '``check' opens no step", "^~ write three backticks"]),
    Case(
      name: "a value in the sentence of a claim",
      text: "```check x\nIt reads `{train.accuracy:.1%}`: train.accuracy > 0.5\n```",
      says: [
        "18:1: error: a claim's sentence takes no values, and would show `{train.accuracy:.1%}`",
        "say it in words",
      ]),
    Case(
      name: "a value in a figure's title",
      text: "```plot x\nshow: images\ntitle: Of `{split.training}`\n```",
      says: ["19:8: error: a figure's title takes no values", "write it in the option 'caption'"]),
    Case(
      name: "percent that are no share",
      text: "```check x\nIt reads most: train.accuracy > 80\n```",
      says: [
        "18:33: error: a share lies between 0 and 1, and is compared with 80",
        "write 0.8 for 80 %",
      ]),
    Case(
      name: "an unknown set", text: "```evaluate x\non: devv\n```",
      says: ["18:5: error: there is no set of examples 'devv'", "did you mean 'dev'?"]),
    Case(
      name: "a set of a step that has none", text: "```evaluate x\non: train.dev\n```",
      says: ["step 'train' is a train step", "on must name a split step"]),
    Case(
      name: "an unknown step", text: "```evaluate x\non: dev\nmodel: tarin\n```",
      says: ["19:8: error: there is no step 'tarin'", "did you mean 'train'?"]),
    Case(
      name: "a step further down",
      text: "```evaluate x\non: dev\nmodel: late\n```\n\n```train late\nlayers: [10 softmax]\n```",
      says: ["step 'late' is further down", "a step takes its inputs from steps above it"]),
    Case(
      name: "a step of the wrong kind", text: "```evaluate x\non: dev\nmodel: split\n```",
      says: ["step 'split' is a split step", "model must name a train step"]),
    Case(
      name: "a number that is none", text: "```train b\nlayers: [10 softmax]\niterations: ten\n```",
      says: ["19:13: error: iterations must be a whole number", "not 'ten'"]),
    Case(
      name: "a number out of range",
      text: "```train b\nlayers: [10 softmax]\niterations: 0\n```",
      says: ["19:13: error: iterations must be a whole number from 1", "not '0'"]),
    Case(
      name: "an activation that is none", text: "```train b\nlayers: [10 rleu, 10 softmax]\n```",
      says: ["18:13: error: there is no activation 'rleu'", "did you mean 'relu'?"]),
    Case(
      name: "a hidden softmax", text: "```train b\nlayers: [10 softmax, 10 softmax]\n```",
      says: ["18:10: error: only the last layer may be a softmax", "write 'relu'"]),
    Case(
      name: "an unknown figure", text: "```plot p\nshow: learning-curv\n```",
      says: ["18:7: error: show must be", "did you mean 'learning-curve'?"]),
    Case(
      name: "an option of another figure",
      text: "```plot p\nshow: class-counts\nwhere: correct\n```",
      says: ["19:1: error:", "where"]),
    Case(
      name: "a file outside the folder", text: "```predict p\non: test\nto: ../../x.csv\n```",
      says: ["19:5: error:", "../../x.csv"]),
    Case(
      name: "a file that the report writes", text: "```predict p\non: test\nto: index.html\n```",
      says: ["19:5: error:", "index.html"]),
    Case(
      name: "a file of a long name",
      text: "```predict p\non: test\nto: \(String(repeating: "a", count: 101))\n```",
      says: ["19:5: error: a name of 101 characters is too long", "up to 100, such as"]),
    Case(
      name: "two steps for one file",
      text: "```predict p\non: test\nto: a.csv\n```\n\n```predict q\non: test\nto: A.csv\n```",
      says: ["24:5: error: steps 'p' and 'q' both write 'A.csv'", "name another file with 'to'"]),
    Case(
      name: "a value of no step", text: "It reads `{dve.accuracy:.1%}`.",
      says: ["17:12: error: no step is called 'dve'", "did you mean 'dev'?"]),
    Case(
      name: "a value that a step lacks", text: "It reads `{dev.acuracy:.1%}`.",
      says: ["17:16: error: 'dev' has no member 'acuracy'", "did you mean 'accuracy'?"]),
    Case(
      name: "a format that does not fit", text: "It has `{train.parameters:.2q}`.",
      says: ["17:27: error:"]),
    Case(
      name: "a matrix in a sentence", text: "It confuses `{dev.confusion}`.",
      says: ["17:15: error: a confusion matrix cannot be written in a sentence"]),
    Case(
      name: "a claim that is a number", text: "```check\nIt is good: dev.accuracy\n```",
      says: ["18:13: error: a claim must be true or false", "dev.accuracy > 0.8"]),
    Case(
      name: "a check without claims", text: "```check\n```",
      says: ["17:4: error: check 'check' claims nothing"]),
    Case(
      name: "a check that names a later one",
      text: "```check a\nx: b.holds\n```\n\n```check b\ny: dev.accuracy > 0\n```",
      says: ["18:4: error: no step is called 'b'"]),
  ]

  @Test(
    "Numbers as they are written elsewhere are told how they are here",
    arguments: [
      ("iterations: 1,000", "write 1000"), ("iterations: 1e3", "write 1000"),
      ("iterations: 1'000", "write 1000"), ("learning-rate: 0,1", "write 0.1"),
      ("learning-rate: 1,000", "write 1000 or 1.000"),
      ("iterations: 10%", "numbers stand here without %"), ("seed: 1,2", ""),
      ("batch: 2\nepochs: 2\nlabel-smoothing: 10%", "write 0.1"),
    ])
  func numbersOfElsewhere(_ option: String, _ help: String) throws {
    let found = try problems(usual + "```train b\nlayers: [10 softmax]\n\(option)\n```\n")
    let line = try #require(
      found.split(separator: "\n").first { $0.contains(" | ") && $0.contains("^") })
    #expect(line.hasSuffix(help.isEmpty ? "^~~" : " " + help), "\(found)")
  }

  @Test("What a step needs and stands below is to be moved up")
  func movedUp() throws {
    let found = try problems("```evaluate\n```\n\n" + usual)
    #expect(found.contains("1:4: error: evaluate needs a train step above it"), "\(found)")
    #expect(found.contains("move the train step of line 13 above this one"), "\(found)")
    #expect(try problems("```evaluate\n```\n").contains("add a ```train step before this one"))
  }

  @Test("The place, the problem and what to do", arguments: cases)
  func problem(_ c: Case) throws {
    var rest = try problems(usual + c.text)[...]
    let whole = String(rest)
    for text in c.says {
      let found = rest.firstRange(of: text)
      #expect(found != nil, "'\(text)' is not in:\n\(whole)")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  @Test("Without a step above, the kind that is missing is named")
  func missingInputs() throws {
    #expect(try problems("```split\ndev: 5\n```").contains("split needs a load step above it"))
    #expect(
      try problems("```load\nmnist: m\n```\n\n```train\nlayers: [10 softmax]\n```")
        .contains("train needs a split step above it"))
  }

  @Test("Mistakes in the text and in the plan are told together, in the order of the text")
  func together() throws {
    let text = try problems(
      """
      ---
      sed: 1
      ---

      It reads `{dev.acuracy}`.

      """
        + usual.replacing("```train", with: "```trian").replacing("dev: 1000", with: "dve: 1000")
        + "```check\nno expression\nGood: train.acuracy > 0\n```")
    let messages = text.split(separator: "\n").filter { $0.contains(": error: ") }.map {
      $0.split(separator: " error: ").last.map(String.init) ?? ""
    }
    #expect(
      messages == [
        "unknown front matter key 'sed'", "'dev' has no member 'acuracy'",
        "split has no option 'dve'", "unknown step kind 'trian'",
        "no expression after a sentence", "'train' has no member 'acuracy'",
      ])
  }

  @Test("A plot that is wrong is told once, not again at each of its values")
  func brokenPlot() throws {
    let text = try problems(
      usual + "```plot p\nshow: digits\nfrom: dve\n```\n\nIt shows `{p.images.count}`.")
    #expect(text.split(separator: "\n").count { $0.contains(": error: ") } == 1, "\(text)")
  }

  @Test("What is set on the command line is judged as if it were written")
  func overrides() throws {
    #expect(
      try problems(usual, "trian.iterations=5").contains("the notebook has no step 'trian'"))
    #expect(try problems(usual, "train.iteratons=5").contains("did you mean 'iterations'?"))
    #expect(
      try problems(usual, "train.iterations=-1")
        .contains("--set train.iterations=-1: iterations must be a whole number"))
    #expect(throws: OverrideError.seed("seed=-1")) { try Overrides(parsing: ["seed=-1"]) }
    #expect(throws: OverrideError.noValue("train")) { try Overrides(parsing: ["train"]) }
    #expect(throws: OverrideError.target("iterations=5")) {
      try Overrides(parsing: ["iterations=5"])
    }
  }
}
