import Plan
import Testing

/// What the notebook alone tells of figures, rows, items and classes that are not there.
@Suite struct ForeseenTests {
  @Test(
    "A figure of what a training does not tell, or of layers that it has not",
    arguments: [
      (
        "show: learning-curve\nof: train.rate",
        ["19:5: error: 'train' has the same rate in all of its updates", "a training in batches"]
      ),
      (
        "show: learning-curve\nof: [train.accuracy, train.validation]",
        [
          "19:22: error: 'train' has no validation examples to show the validation accuracy on",
          "'validation: dev'",
        ]
      ),
      (
        "show: learning-curve\nof: train.validation-loss",
        ["19:5: error: 'train' has no validation examples to show the validation loss on"]
      ),
      ("show: filters", ["17:4: error: 'train' has no convolution", "with 'of'"]),
      (
        "show: filters\nlayer: 1",
        ["19:8: error: layer 1 of 'train' is '10 relu': only a convolution has filters"]
      ),
      ("show: activations", ["17:4: error: 'train' has no convolution", "'layer: 1'"]),
      (
        "show: activations\nlayer: 3",
        ["19:8: error: 'train' has 2 layers", "write a layer from 1 to 2"]
      ),
    ])
  func figures(_ options: String, _ says: [String]) throws {
    let found = try problems(usual + "```plot p\n\(options)\n```\n")
    for text in says { #expect(found.contains(text), "\(found)") }
  }

  @Test("Figures of what there is are right")
  func soundFigures() throws {
    let network =
      "```train cnn\nlayers: [conv 3 5x5 relu, 10 softmax]\nbatch: 50\nepochs: 2\nvalidation: dev\n```\n"
    for options in [
      "show: learning-curve\nof: cnn.rate", "show: learning-curve\nof: [cnn.validation]",
      "show: filters", "show: activations\nlayer: 2",
    ] {
      #expect(try problems(usual + network + "```plot p\n\(options)\n```\n") == "")
    }
    #expect(try problems(usual + "```plot p\nshow: activations\nlayer: 1\n```\n") == "")
  }

  @Test("Rows beyond a set whose size the notebook says")
  func rows() throws {
    func evaluate(_ set: String, _ rows: String) -> String {
      usual + "```evaluate part\non: \(set)\nrows: \(rows)\n```\n"
    }
    let found = try problems(evaluate("dev", "0 to 1000"))
    #expect(found.contains("19:7: error: the dev set has 1,000 rows"), "\(found)")
    #expect(found.contains("name rows from 0 to 999"), "\(found)")
    for (set, count) in [("training", "41,000"), ("labelled", "42,000")] {
      let found = try problems(evaluate(set, "0 to 42000"))
      #expect(found.contains("19:7: error: the \(set) set has \(count) rows"), "\(found)")
    }
    #expect(try problems(evaluate("dev", "0 to 1000"), "split.dev=1001") == "")
    #expect(try problems(evaluate("test", "0 to 42000")) == "")
  }

  private static let sweep = """
    ```sweep widths
    vary: {train.layers: [[8 relu, 10 softmax], [10 softmax]], seed: 0 to 2}
    measure: [dev.accuracy]
    ```

    """

  @Test(
    "Items and classes that are not there",
    arguments: [
      ("widths.groups[2].runs", "item 2 is not in a list of 2 items"),
      ("widths.groups[-3].runs", "items count from 0 to 1, and from the end as -1 to -2"),
      ("widths.runs[6].seed", "item 6 is not in a list of 6 items"),
      ("dev.confusion.recall(10)", "class 10 is not among the 10 classes"),
      ("dev.confusion.count(3, -1)", "class -1 is not among the 10 classes"),
      ("dev.per-class[10].f1", "item 10 is not in a list of 10 items"),
      ("train.units[2]", "item 2 is not in a list of 2 items"),
    ])
  func places(_ expression: String, _ message: String) throws {
    let inProse = try problems(usual + Self.sweep + "It is `{\(expression)}`.")
    #expect(inProse.contains("nb.md:21:") && inProse.contains(message), "\(inProse)")
    let inClaim = try problems(usual + Self.sweep + "```check\nIt is: \(expression) > 0\n```\n")
    #expect(inClaim.contains("nb.md:22:") && inClaim.contains(message), "\(inClaim)")
  }

  @Test("Declared classes are counted; what only the data tell is not")
  func classesOfTheData() throws {
    let counts = usual + "`{load.counts[10]}` `{split.dev-counts[9]}`"
    #expect(try problems(counts) == "")
    #expect(try problems(counts, "load.classes=10").contains("item 10 is not in a list of 10"))
  }

  @Test("A run of a sweep may have what the notebook's own network has not")
  func runs() throws {
    let text =
      usual + "```sweep s\nvary: {train.layers: [[12 softmax], [11 softmax]]}\n"
      + "measure: {r: dev.confusion.recall(10)}\n```\n`{s.groups[1].r.mean}`"
    #expect(try problems(text) == "")
  }

  @Test("Captions of tables that a step has not, and a check with a caption")
  func captions() throws {
    for (step, says) in [
      (
        "```load b\nmnist: data\ntables: [a, b, c]\n```",
        "19:13: error: load 'b' has no second table"
      ),
      ("```evaluate b\ntables: [a, b, none]\n```", "18:16: error: evaluate 'b' has no more than 2"),
      ("```train b\nlayers: [10 softmax]\ntables: [a]\n```", "19:1: error: train has no tables"),
      ("```plot b\nshow: class-counts\ntables: none\n```", "19:1: error: plot has no tables"),
      ("```check\ncaption: The claims\n```", "18:1: error: a check takes no 'caption'"),
    ] {
      let found = try problems(usual + step)
      #expect(found.contains(says), "\(found)")
      #expect(found.ranges(of: "error:").count == 1, "\(found)")
    }
    let other = "```train b\nlayers: [10 softmax]\n```\n"
    #expect(try problems(usual + other + "```evaluate c\ntables: [a, b, none]\n```") == "")
  }
}
