import Notebook
import Plan
import Testing

/// Words of other tools: what is suggested for them.
@Suite struct OtherTermsTests {
  @Test(
    "The word of here is suggested, and told once",
    arguments: [
      ("train", "layers: [10 softmax]\nlr: 0.1", "learning-rate"),
      ("train", "layers: [10 softmax]\nrate: 0.1", "learning-rate"),
      ("train", "layers: [10 softmax]\nbatch_size: 32", "batch"),
      ("train", "layers: [10 softmax]\nbatchSize: 32", "batch"),
      ("train", "hidden: [10]", "layers"),
      ("train", "layers: [10 softmax]\noptimizer: sgd", "gradient-descent"),
      ("train", "layers: [10 softmax]\ninitial-weights: xavier", "glorot"),
      ("train", "layers: [10 softmax]\niter: 5", "iterations"),
      ("split", "validation: 10", "dev"), ("split", "dev: 10\nrandom_state: 1", "seed"),
      ("load", "folder: data", "images"), ("evaluate", "set: dev", "on"),
      ("evaluate", "on: train", "training"), ("evaluate", "on: split.validation", "dev"),
      ("plot", "show: confusion", "confusion-matrix"), ("plot", "show: history", "learning-curve"),
      ("sweep", "grid: {seed: 0 to 4}\nmeasure: dev.accuracy", "vary"),
      ("sweep", "vary: {train.lr: [0.1]}\nmeasure: train.accuracy", "learning-rate"),
      ("export", "file: digits.onnx", "to"),
    ])
  func suggested(kind: String, options: String, meant: String) throws {
    let found = try #require(try mistakes(usual + "```\(kind) x\n\(options)\n```\n"))
    #expect(
      found.diagnostics.map { $0.misspelling?.meant } == [meant],
      "\(found.diagnostics.map(\.message))")
  }

  @Test(
    "What is no option here is told where it is written",
    arguments: [
      (
        "train", "layers: [10 softmax]\ndropout: 0.5", "layers: [128 relu, dropout 0.5, 10 softmax]"
      ),
      ("train", "layers: [10 softmax]\nactivation: relu", "layers: [10 relu, 10 softmax]"),
      ("train", "layers: [10 softmax]\nloss: mse", "always the cross-entropy"),
      ("plot", "show: loss", "write 'show: learning-curve' and 'of: train.loss'"),
      ("load", "mnist: digits\nfile: train.csv", "as in 'csv: train.csv'"),
    ])
  func advised(kind: String, options: String, help: String) throws {
    let found = try #require(try mistakes(usual + "```\(kind) x\n\(options)\n```\n"))
    #expect(found.diagnostics.count == 1)
    #expect(found.diagnostics.first?.help?.contains(help) == true)
  }

  @Test("What help proposes to write can be planned")
  func advice() throws {
    #expect(
      try mistakes(
        usual + """
          ```train x
          layers: [128 relu, dropout 0.5, 10 softmax]
          batch: 128
          epochs: 1
          learning-rate: cosine 0.003
          validation: dev
          ```

          ```evaluate
          ```

          ```plot
          show: learning-curve
          of: train.loss
          ```

          ```plot
          show: images
          from: dev
          where: misclassified
          ```
          """) == nil)
  }

  @Test("Every word that is suggested is one, and none of those that it is suggested for")
  func words() throws {
    for (kind, terms) in OtherTerms.options {
      let documentation = try #require(StepKind(named: kind)).declaration.documentation
      let keys = Set(documentation.options.map(\.key))
      #expect(terms.suggested.isSubset(of: keys), "\(kind)")
      #expect(terms.known.isDisjoint(with: keys), "\(kind)")
    }
    for (option, terms) in OtherTerms.values {
      let parts = option.split(separator: ".").map(String.init)
      let documentation = try #require(StepKind(named: parts[0])).declaration.documentation
      let choices = try #require(documentation.options.first { $0.key == parts[1] }).choices
      #expect(terms.suggested.isSubset(of: choices), "\(option)")
      #expect(terms.known.isDisjoint(with: choices), "\(option)")
    }
    #expect(OtherTerms.ofSets.suggested == ["training", "dev", "test", "labelled"])
  }
}
