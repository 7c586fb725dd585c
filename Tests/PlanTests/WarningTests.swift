import Notebook
import Plan
import Testing

/// What a plan says of a notebook that can run and may not mean what its author meant.
@Suite struct WarningTests {
  private func warnings(_ text: String) throws -> [String] {
    let printer = DiagnosticPrinter(source: SourceFile(path: "nb.md", text: text))
    return try plan(text).warnings.map(printer.text)
  }

  @Test("A moment by its number is warned of, in the prose and in claims")
  func moments() throws {
    let text =
      usual
      + "It is `{train.history[25].loss:.2f}`.\n\n```check\na: train.history[10].loss > 0\n```\n"
    let found = try warnings(text)
    #expect(found.count == 2)
    #expect(
      found.first == """
        nb.md:17:9: warning: an entry of a history by its number, which is another moment of a longer \
        training
           17 | It is `{train.history[25].loss:.2f}`.
              |         ^~~~~~~~~~~~~~~~~ write .at(0.5) for half of the training, or \
        .at(iteration: 250)
        """)
    #expect(found.last?.contains("nb.md:20:4: warning:") == true)
    let sound =
      "`{train.history[0].loss}` `{train.history[-1].loss}` `{train.history.at(0.5).loss}`"
    #expect(try warnings(usual + sound).isEmpty)
  }

  @Test(
    "An entry beyond the history is found before anything runs",
    arguments: [
      ("[50]", "nb.md:17:9: error: item 50 is not in a history of 50 entries"),
      ("[-51]", "nb.md:17:9: error: item -51 is not in a history of 50 entries"),
      (".at(iteration: 500)", "nb.md:17:26: error: the history has no entry at iteration 500"),
      (".at(iteration: 255)", "the nearest are 250 and 260"),
    ])
  func beyond(_ entry: String, _ message: String) throws {
    let found = try problems(usual + "It is `{train.history\(entry).loss}`.")
    #expect(found.contains(message), "\(found)")
    // A longer training has it.
    let longer = ["train.iterations=1000", "train.report-every=5"]
    #expect(
      try problems(usual + "`{train.history\(entry).loss}`", longer[0], longer[1]) == "")
  }

  @Test(
    "What may be meant as an instruction, and is none, is warned of",
    arguments: [
      ("```test\non: dev\n```", "17:4: warning: options of a step in a fence of no kind, 'test'"),
      ("```figure\nshow: images\n```", "17:4: warning: options of 'plot' in a fence of no kind"),
      ("```\nshow: images\nfrom: dev\n```", "17:1: warning: options of 'plot' in a fence without"),
      ("```yaml plot\nshow: images\n```", "17:4: warning: options of 'plot' in a listing of yaml"),
      (
        "```plot\nshow: images\n```\ncount: 5",
        "20:1: warning: 'count' stands below the end of its step"
      ),
      ("Table: A caption.", "17:1: warning: a caption, 'Table:', with no table of the prose"),
      ("![a](b.png)\n\nTabelle: Text.", "19:1: warning: a caption, 'Tabelle:', with no table of"),
      (
        "```train t\nlayers: [10 softmax]\niterations: 5\nreport-every: 10\n```",
        "20:15: warning: reports every 10 iterations of a training of 5"
      ),
      (
        "```train t\nlayers: [10 softmax]\nbatch: 5\nepochs: 2\nwarm-up: 3\n```",
        "21:10: warning: a warm-up of 3 epochs in a training of 2"
      ),
      (
        "```train t\nlayers: [10 softmax]\nbatch: 5\niterations: 50\nwarm-up: 100\n```",
        "21:10: warning: a warm-up of 100 iterations in a training of 50"
      ),
    ])
  func disguised(_ text: String, _ message: String) throws {
    let found = try warnings(usual + text)
    #expect(found.first?.hasPrefix("nb.md:" + message) == true, "\(found)")
  }

  @Test(
    "A listing is one",
    arguments: [
      "```yaml\nshow: images\n```", "```\na: b\n```", "```text\nshow: images\n```",
      "```text plot\nshow: images\n```", "```{.yaml}\nshow: images\n```", "```vue\nwidth: 3\n```",
      "```base64\nabcd\n```", "```{eval-rst}\na\n```", "`` train ``", "``load data``",
      "'' check ''",
      "::: train\n\na", "Table tennis: a game", "| sport |\n|---|\n| b |\n\na",
      "```check\n$`{n}`$ and `{a, b}` hold: train.accuracy < 1\n```",
      "```\nshow: images\nand then\n```", "``plot`` is a kind",
      "| a |\n|---|\n| b |\n\nTabelle x: Ein Titel.",
      "| a |\n|---|\n| b |\n\nTableau x : Un titre.",
      "Figure skating, and more: a sport", "```plot\nshow: images\n```\n\ncount: 5",
      "```plot\nshow: images\n```\nNote: it is so.",
    ])
  func listing(_ text: String) throws {
    #expect(try warnings(usual + text) == [])
  }

  @Test("A renamed step is missed once, with every line that names it")
  func renamed() throws {
    let found = try problems(usual + "`{dve.loss}`\n\n`{dve.errors}` `{dve.loss}`\n\n`{dve.loss}`")
    #expect(found.ranges(of: "error:").count == 1, "\(found)")
    #expect(found.contains("did you mean 'dev'?; again on lines 19, 21"), "\(found)")
  }

  @Test("A set may have the name of a step further down")
  func setOrStep() throws {
    let text = """
      ```load
      mnist: data
      ```

      ```split
      dev: 10
      ```

      ```train
      layers: [10 relu, 10 softmax]
      ```

      ```plot early
      show: digits
      from: dev
      ```

      ```evaluate dev
      on: dev
      ```

      """
    #expect(try problems(text) == "")
  }

  @Test("A caption cannot be set, and nobody is told that it was")
  func caption() throws {
    let found = try problems(usual, "train.caption=X")
    #expect(found.contains("--set train.caption=X: captions cannot be set"))
  }

  @Test("Underscores group digits wherever a number is read, and stand only between them")
  func groups() throws {
    let steps =
      "```train b\nlayers: [10 softmax]\niterations: 1_0\n```\n\n"
      + "```split c\ndev: 5\nscale: 1_0.5\n```"
    let planned = try plan(usual + steps, "seed=1_0")
    #expect(planned.seed == 10)
    #expect(planned.step("b")?.settings.first { $0.key == "iterations" }?.value == "10")
    #expect(planned.step("c")?.settings.first { $0.key == "scale" }?.value == "10.5")
    for number in ["_1", "1_", "1__0", "0x10", "1_.5"] {
      let text = usual + "```split c\ndev: 5\nscale: \(number)\n```"
      #expect(try problems(text).contains("scale must be"), "\(number)")
    }
  }
}
