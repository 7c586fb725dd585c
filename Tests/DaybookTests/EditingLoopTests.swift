import Foundation
import Testing

/// Editing and running again, on the default notebook and the real data.
@Suite(.serialized) struct EditingLoopTests {
  /// A folder with the default notebook that may be edited, beside the real data and sources.
  private static func bench() throws -> Workbench {
    let bench = try Workbench()
    // The folder is a project of its own.
    try bench.write("", to: ".git/HEAD")
    for name in ["Sources", "notebooks/data"] {
      let copy = bench.folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Workbench.root.appending(path: name), to: copy)
    }
    try bench.write(original(), to: notebook)
    return bench
  }

  private static let notebook = "notebooks/digits.md"

  private static func original() throws -> String {
    String(
      decoding: try Data(
        contentsOf: Workbench.root.appending(path: "notebooks/digit-recognition.md")),
      as: UTF8.self)
  }

  /// How many steps a notebook has that yield something: its fences but for claims and formulas.
  private static func steps(in text: String) -> Int {
    text.matches(of: /\n```(?!check|math)[a-z]/).count
  }

  /// What each step did in the last run: its name, and why it ran.
  private static func reasons(_ bench: Workbench) throws -> [String: String] {
    let json = try JSONSerialization.jsonObject(with: bench.read("output/digits/run.json"))
    let steps = (json as? [String: Any])?["steps"] as? [[String: Any]] ?? []
    return steps.reduce(into: [:]) { reasons, step in
      guard let name = step["name"] as? String, step["cached"] as? Bool == false else { return }
      reasons[name] = step["why"] as? String
    }
  }

  /// Lets the steps that begin with two fences change places.
  private static func swapping(_ first: String, _ second: String) -> (String) -> String {
    { text in
      func step(_ fence: String) -> String? {
        guard let start = text.range(of: fence + "\n"),
          let end = text.range(of: "\n```\n", range: start.upperBound..<text.endIndex)
        else { return nil }
        return String(text[start.lowerBound..<end.upperBound])
      }
      guard let one = step(first), let other = step(second) else {
        Issue.record("the notebook has no '\(first)' or no '\(second)'")
        return text
      }
      return text.replacing(one, with: "\u{0}").replacing(other, with: one)
        .replacing("\u{0}", with: other)
    }
  }

  @Test("An edit runs again what it touches, and says why")
  func edits() throws {
    let bench = try Self.bench()
    let original = try Self.original()
    func ran(_ edit: (String) -> String) throws -> [String: String] {
      try bench.write(edit(original), to: Self.notebook)
      let outcome = try bench.daybook("run", Self.notebook)
      #expect(outcome.status == 0, "\(outcome.error)")
      return try Self.reasons(bench)
    }
    func replacing(_ old: String, _ new: String) -> (String) -> String {
      { text in
        #expect(text.contains(old), "the notebook no longer says '\(old)'")
        return text.replacing(old, with: new)
      }
    }
    #expect(try ran { $0 }.count == Self.steps(in: original))
    let report = try bench.read("output/digits/index.html")
    #expect(try ran { $0 } == [:])
    #expect(try bench.read("output/digits/index.html") == report)

    // Nothing that a result depends on.
    #expect(try ran(replacing("## Introduction", "## To begin with")) == [:])
    #expect(try ran(replacing("The loss, which is", "The loss is")) == [:])
    #expect(try ran(replacing("Training made the loss smaller", "The loss fell")) == [:])
    #expect(try ran(replacing("# the first rows after the shuffle", "# held out")) == [:])
    #expect(
      try ran(replacing("iterations: 500\nreport-every: 10", "report-every: 10\niterations: 500"))
        == [:])
    #expect(
      try ran {
        $0.replacing("```evaluate dev", with: "```evaluate judged")
          .replacing(/\bdev\.(?=[a-z])/, with: "judged.")
          .replacing("of: dev\n", with: "of: judged\n").replacing(
            "from: dev\nwhere", with: "from: judged\nwhere"
          )
      } == [:])
    #expect(try ran(Self.swapping("```plot learning-curve", "```plot loss-curve")) == [:])

    // What a result depends on.
    #expect(
      try ran(replacing("of: train.loss\n", "of: train.loss\ntitle: Loss\n"))
        == ["loss-curve": "title Loss is new"])
    let shorter = try ran(replacing("iterations: 500", "iterations: 520"))
    #expect(shorter["train"] == "continues from 500 to 520 iterations")
    #expect(shorter["confusion"] == "input changed: dev")
    #expect(shorter["load"] == nil && shorter["class-balance"] == nil && shorter["relu"] == nil)
    #expect(try ran { $0 } == [:], "results of the earlier text are still there")
  }

  @Test("Interrupted and killed runs go on, and end with the same bytes")
  func resumed() throws {
    let whole = try Self.bench()
    #expect(try whole.daybook("run", Self.notebook, "--no-cache").status == 0)
    let bench = try Self.bench()
    // When it begins, and three times in the training, which the last run takes up.
    for (signal, moment) in [
      (SIGKILL, "load: "), (SIGKILL, "/500 · "), (SIGINT, "/500 · "), (SIGKILL, "/500 · "),
    ] {
      let run = try WatchedRun(bench, ["run", Self.notebook, "--threads", "1"])
      let isThere = run.wait {
        // What is killed before the first of a training's checkpoints leaves nothing to go on from.
        $0.text.contains(moment) && (moment == "load: " || bench.holdsCheckpoint)
      }
      #expect(isThere, "\(run.text)")
      run.send(signal)
      run.waitForEnd()
      if signal == SIGINT { #expect(run.process.terminationStatus == 130) }
      #expect(!bench.exists("output/digits/index.html"))
    }
    let outcome = try bench.daybook("run", Self.notebook)
    #expect(outcome.status == 0)
    let isResumed = outcome.error.split(separator: "\n").contains {
      $0.hasPrefix("train: ") && $0.contains("; goes on from iteration")
    }
    #expect(isResumed, "\(outcome.error)")
    for file in ["index.html", "results.json", "submission.csv", "figures/confusion.png"] {
      #expect(try bench.read("output/digits/\(file)") == whole.read("output/digits/\(file)"))
    }
  }

  @Test("A damaged store is noticed, told of and computed anew")
  func damagedStore() throws {
    let bench = try Self.bench()
    #expect(try bench.daybook("run", Self.notebook).status == 0)
    let report = try bench.read("output/digits/index.html")
    let store = bench.folder.appending(path: "output/.cache")
    let entries = try FileManager.default.contentsOfDirectory(atPath: store.path())
      .filter { $0.hasSuffix(".entry") }
    #expect(entries.count > 20)
    for (index, entry) in entries.enumerated() {
      let file = store.appending(path: entry)
      var bytes = try Data(contentsOf: file)
      if index.isMultiple(of: 3) {
        bytes = bytes.prefix(bytes.count / 2)
      } else {
        bytes[bytes.count / 2] ^= 1
      }
      try bytes.write(to: file)
    }
    let outcome = try bench.daybook("run", Self.notebook)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("warning: the stored result of 'load' is damaged"))
    #expect(outcome.error.contains("warning: what is stored of the training 'train' is damaged"))
    #expect(try bench.read("output/digits/index.html") == report)
  }

  @Test("A claim that does not hold leaves the last good report, and exits with 3")
  func failedClaim() throws {
    let bench = try Self.bench()
    #expect(try bench.daybook("run", Self.notebook).status == 0)
    let report = try bench.read("output/digits/index.html")
    let accuracy = try #require(bench.results("digits")["dev.accuracy"] as? Double)
    let edited = try Self.original().replacing("dev.accuracy >= 0.75", with: "dev.accuracy >= 0.95")
    try bench.write(edited, to: Self.notebook)
    let outcome = try bench.daybook("run", Self.notebook)
    #expect(outcome.status == 3)
    #expect(outcome.error.contains("dev.accuracy = \(accuracy)"), "\(outcome.error)")
    #expect(try bench.read("output/digits/index.html") == report)
    #expect(bench.exists("output/digits/failed.html"))
    try bench.write(Self.original(), to: Self.notebook)
    #expect(try bench.daybook("run", Self.notebook).status == 0)
    #expect(!bench.exists("output/digits/failed.html"))
  }

  @Test("A part of a notebook runs with what it needs, and misspelt names are found")
  func parts() throws {
    let bench = try Self.bench()
    let until = try bench.daybook("run", Self.notebook, "--until", "split")
    #expect(until.status == 0)
    #expect(until.error.contains("split: "))
    #expect(!until.error.contains("train:"))
    #expect(!bench.exists("output/digits/index.html"))
    let misspelt = try bench.daybook("run", Self.notebook, "--only", "trian")
    #expect(misspelt.status == 2)
    #expect(misspelt.error.contains("did you mean 'train'?"))
    let reversed = try bench.daybook("run", Self.notebook, "--from", "train", "--until", "split")
    #expect(reversed.status == 2)
    #expect(reversed.error.contains("step 'train' stands below step 'split'"))
    let from = try bench.daybook("run", Self.notebook, "--from", "dev", "--dry-run").output
    // What stands above is left out, but for what the rest needs.
    for line in [
      "loss-curve: left out", "samples: left out", "train: runs", "dev: runs", "try: runs",
    ] {
      #expect(from.contains("\n\(line)"), "\(line) is not in \(from)")
    }
    let dry = try bench.daybook("run", Self.notebook, "--dry-run")
    #expect(dry.output.contains("load: unchanged\n"))
    #expect(dry.output.contains("train: runs: not run before\n"))
    #expect(!bench.exists("output/digits/index.html"))
  }
}

extension Workbench {
  /// Whether the store has a training that is under way.
  fileprivate var holdsCheckpoint: Bool {
    let store = folder.appending(path: "output/.cache").path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: store)) ?? []
    return names.contains { $0.hasPrefix("checkpoint-") && $0.hasSuffix(".entry") }
  }
}
