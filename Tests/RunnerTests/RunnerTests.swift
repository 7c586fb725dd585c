import Cache
import Foundation
import Notebook
import Plan
import Results
import Runner
import Synchronization
import Testing

@Suite struct RunnerTests {
  @Test("What a step yields is what its kind declares, so that a planned expression has a value")
  func declaredTypes() async throws {
    let plan = try plan(everything)
    let run = await runner(nil).run(plan)
    #expect(run.results.isComplete)
    for (step, result) in zip(plan.steps, run.yielded) {
      let result = try #require(result, "\(step.name)")
      #expect(
        Value.record(result.values).conforms(to: .record(step.yields)),
        "\(step.name): \(result.values.map(\.name)) of \(step.yields.map(\.name))")
      #expect(
        result.outputs.contains { if case .figure = $0 { true } else { false } }
          == (step.kind.name == "plot"), "\(step.name)")
    }
  }

  @Test("Stored results are those that were computed, for any number of threads")
  func storedResults() async throws {
    let plan = try plan(everything)
    let folder = TemporaryStore()
    let cold = await runner(folder.store, threads: 2).run(plan)
    let warm = await runner(folder.store, threads: 1).run(plan)
    let fresh = await runner(nil, threads: 3).run(plan)
    #expect(cold.results == warm.results)
    #expect(cold.results == fresh.results)
    #expect(warm.record.steps.filter { !$0.isStored }.isEmpty)
  }

  @Test(
    "A part of a notebook computes what the store has lost, also behind what it has",
    arguments: [
      (lost: ["load"], edit: ("iterations: 12", "iterations: 20"), only: "train"),
      (lost: ["load", "split"], edit: ("iterations: 12", "iterations: 20"), only: "train"),
      (lost: ["load", "split"], edit: ("on: dev", "on: training"), only: "dev"),
      (lost: ["load"], edit: ("seed: 5 to 7", "seed: 5 to 8"), only: "seeds"),
    ])
  func partOfALossyStore(lost: [String], edit: (String, String), only: String) async throws {
    let (whole, folder) = (TemporaryStore(), TemporaryStore())
    _ = await runner(whole.store).run(try plan(everything))
    try FileManager.default.copyItem(atPath: whole.path, toPath: folder.path)
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for entry in entries where lost.contains(where: { entry.hasPrefix($0 + "-") }) {
      try FileManager.default.removeItem(atPath: folder.path + "/" + entry)
    }
    let edited = try plan(everything.replacing(edit.0, with: edit.1))
    let slice = try Slice(of: edited, only: only, from: nil, until: nil)
    let expected = await runner(whole.store).run(edited, slice: slice)
    let intentions = runner(folder.store).intentions(edited, slice: slice)
    let part = await runner(folder.store).run(edited, slice: slice)
    #expect(part.results.diagnostics.isEmpty, "\(part.results.diagnostics)")
    let place = try #require(edited.steps.firstIndex { $0.name == only })
    #expect(part.yielded[place] == expected.yielded[place])
    #expect(
      part.record.steps.filter { !$0.isStored }.map(\.name)
        == intentions.filter { $0.what.hasPrefix("runs: ") }.map(\.step))
  }

  @Test("A name of a column that ends a field is in quotes, also with an accent on the comma")
  func namesOfColumns() async throws {
    let text = everything.replacing(
      "to: submission.csv", with: "to: submission.csv\nid: \"a,\u{301} b\"\nlabel: 'c \"\u{308}'")
    let plan = try plan(text)
    let run = await runner(nil).run(plan)
    let place = try #require(plan.steps.firstIndex { $0.name == "submission" })
    guard case .file(let file)? = run.yielded[place]?.outputs.first else {
      Issue.record("no file")
      return
    }
    let header = String(decoding: file.contents.prefix { $0 != 0x0A }, as: UTF8.self)
    #expect(
      header.unicodeScalars.elementsEqual("\"a,\u{301} b\",\"c \"\"\u{308}\"".unicodeScalars),
      "\(header)")
  }

  @Test("Damaged results are told of in the order of the notebook, however many threads read them")
  func orderOfDamage() async throws {
    let plan = try plan(everything)
    let folder = TemporaryStore()
    _ = await runner(folder.store).run(plan)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { URL(filePath: folder.path).appending(path: $0) }
    // The second of two steps that are the same but for their names has the entry of the first.
    let stored = plan.steps.filter { $0.kind.declaration.timing == .inOrder && $0.name != "two" }
      .map(\.name)
    for _ in 0..<20 {
      // Who finds a damaged entry deletes it.
      for file in files { try Data("damaged".utf8).write(to: file) }
      let told = Mutex<[String]>([])
      let reader = Runner(
        store: folder.store, version: "1", threads: 2,
        observe: { event in
          if case .warned(let text) = event { told.withLock { $0.append(text) } }
        })
      _ = reader.intentions(plan)
      let names = told.withLock { $0 }.map { String($0.split(separator: "'")[1]) }
      // What trainings can go on from is looked at once it is known which have to.
      let trainings = plan.steps.filter { $0.kind.name == "train" }.map(\.name)
      #expect(names == stored + trainings)
    }
  }

  @Test(
    "An edit computes what it touches and nothing else, and says why",
    arguments: [
      ("dev: 500", "dev: 400", "split", "dev 500 → 400"),
      ("iterations: 12", "iterations: 20", "train", "continues from 12 to 20 iterations"),
      ("report-every: 5", "report-every: 4", "train", "report-every 5 → 4"),
      ("show: weights", "show: weights\ncolumns: 2", "units", "columns 2 is new"),
      ("layers: [6 relu", "layers: [7 relu", "train", "layers [6 relu, 10 softmax] → [7 relu"),
      (
        "report-every: 5", "report-every: 5\nlearning-rate: 0.2", "train",
        "learning-rate 0.1 → 0.2"
      ),
      ("```load", "---\nseed: 1\n---\n\n```load", "split", "seed 0 → 1"),
      ("dev\nto: submission.csv", "training\nto: submission.csv", "submission", "input changed"),
      (
        "```plot units\nshow: weights", "```evaluate units\non: training", "units",
        "was a plot step"
      ),
      ("symbol: doubled", "symbol: doubled\ncaption: A caption", "none", ""),
    ])
  func reasons(old: String, new: String, step: String, why: String) async throws {
    let folder = TemporaryStore()
    _ = await runner(folder.store).run(try plan(everything))
    let edited = try plan(everything.replacing(old, with: new))
    let intentions = runner(folder.store).intentions(edited)
    let computed = intentions.filter { $0.what.hasPrefix("runs: ") }
    if why.isEmpty {
      #expect(computed.isEmpty, "\(computed)")
    } else {
      #expect(computed.first?.step == step, "\(intentions)")
      #expect(computed.first?.what.contains(why) == true, "\(computed)")
    }
    // What is promised is what is done.
    let record = await runner(folder.store).run(edited).record
    #expect(
      record.steps.filter { !$0.isStored }.map(\.name) == computed.map(\.step))
  }

  @Test("What an older program computed in another way is not used, and the reason is told")
  func anotherVersion() async throws {
    let folder = TemporaryStore()
    let plan = try plan(everything)
    _ = await runner(folder.store).run(plan)
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: folder.path) {
      let path = folder.path + "/" + name
      if name.hasSuffix(".entry") { try files.removeItem(atPath: path) }
      guard name.hasPrefix("last-run-") else { continue }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing(#/"version":\d+/#, with: "\"version\":0")
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    let intentions = runner(folder.store).intentions(plan)
    #expect(intentions.first?.what == "runs: daybook computes it in another way now")
  }

  @Test("Steps that follow a changed one say which of their inputs has changed")
  func changedInputs() async throws {
    let folder = TemporaryStore()
    _ = await runner(folder.store).run(try plan(everything))
    let edited = try plan(everything.replacing("dev: 500", with: "dev: 400"))
    let reasons = Dictionary(
      uniqueKeysWithValues: runner(folder.store).intentions(edited).map { ($0.step, $0.what) })
    #expect(reasons["load"] == "unchanged")
    #expect(reasons["train"] == "runs: input changed: split")
    #expect(reasons["dev"] == "runs: input changed: train, split")
    #expect(reasons["counts"] == "unchanged")
    #expect(reasons["check"] == "judged anew")
  }

  @Test("A file that has changed is named, and a stored result that is gone is told of")
  func changedFiles() async throws {
    let store = TemporaryStore()
    let folder = TemporaryStore()
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    func write(_ text: String) throws {
      try text.write(toFile: folder.path + "/a.swift", atomically: true, encoding: .utf8)
    }
    func intention() throws -> String? {
      let text = "```source\nfile: a.swift\n```"
      let runner = Runner(store: store.store, version: "1", threads: 1)
      return runner.intentions(try plan(text, folder: folder.path)).first?.what
    }
    try write("let a = 1")
    #expect(try intention() == "runs: not run before")
    let runner = Runner(store: store.store, version: "1", threads: 1)
    let source = try plan("```source\nfile: a.swift\n```", folder: folder.path)
    #expect(await runner.run(source).results.isComplete)
    #expect(try intention() == "unchanged")
    try write("let a = 2")
    #expect(try intention() == "runs: file changed: a.swift")
    try write("let a = 1")
    _ = try store.store.clean()
    #expect(try intention() == "runs: its stored result is gone")
  }

  @Test("A training whose result is not a number fails in words and stores nothing")
  func notANumber() async throws {
    let folder = TemporaryStore()
    let text = everything.replacing(
      "iterations: 12\nreport-every: 5", with: "iterations: 1\nlearning-rate: 1e38")
    for _ in 0..<2 {
      let run = await runner(folder.store).run(try plan(text))
      #expect(run.results.diagnostics.count == 1)
      #expect(
        run.results.diagnostics.first?.contains("no longer a number") == true,
        "\(run.results.diagnostics)")
    }
  }

  @Test("Several runs of one step of the notebook are told apart by their ids")
  func severalRuns() async throws {
    let plan = try plan(everything)
    let split = try #require(plan.step(named: "split"))
    let runs = try [400, 300].enumerated().map { number, rows in
      let other = try RunnerTests.split(rows)
      return PlannedStep(
        id: StepID("split", run: number), kind: split.kind, written: split.written,
        declaration: other.declaration, settings: other.settings, inputs: split.inputs,
        mentions: [])
    }
    let several = Plan(
      plan.notebook, plan.overrides, plan.steps.prefix(2) + runs, [])
    let folder = TemporaryStore()
    for isStored in [false, true] {
      let run = await runner(folder.store).run(several, slice: Slice(all: several))
      let dev = run.yielded.suffix(3).map { $0?["dev"] }
      #expect(dev == [.integer(500), .integer(400), .integer(300)])
      #expect(run.record.steps.map(\.name) == ["load", "split", "split[0]", "split[1]"])
      #expect(run.record.steps.allSatisfy { $0.isStored == isStored })
    }
  }

  private static func split(_ rows: Int) throws -> PlannedStep {
    try #require(try plan(everything, "split.dev=\(rows)").step(named: "split"))
  }

  @Test("A set that is scaled otherwise than what the network learned from is refused in words")
  func otherScale() async throws {
    let other = "```split coarse\ndev: 300\nscale: 1/128\n```\n\n```split\ndev"
    for (option, step) in [
      ("report-every: 5", "report-every: 5\nvalidation: coarse.dev"),
      ("```evaluate dev\non: dev", "```evaluate dev\non: coarse.dev"),
    ] {
      let text = everything.replacing("```split\ndev", with: other).replacing(option, with: step)
      let run = await runner(nil).run(try plan(text))
      #expect(run.results.diagnostics.count == 1)
      #expect(
        run.results.diagnostics.first?.contains("give both splits the same 'scale'") == true,
        "\(run.results.diagnostics)")
    }
  }

  @Test("A step that fails ends the run; what was reached stays, and inline values say so")
  func failure() async throws {
    let plan = try plan(
      "It reads `{submission.rows}` of `{load.rows}`.\n\n"
        + everything.replacing("show: weights", with: "show: weights\nof: cnn"))
    let run = await runner(nil).run(plan)
    #expect(!run.results.isComplete)
    #expect(run.results.inlineValues.all == [.notRun, .text("70000", ValueFacts(.integer(70000)))])
    let outcomes = run.results.steps.all
    let failing = try #require(plan.steps.firstIndex { $0.name == "units" })
    if case .failed(let diagnostic) = outcomes[failing] {
      #expect(diagnostic.contains("error: step 'units': the first layer of 'cnn'"))
      #expect(diagnostic.contains("of: cnn"))
    } else {
      Issue.record("\(outcomes[failing])")
    }
    #expect(run.yielded[..<failing].allSatisfy { $0 != nil })
    // What is judged at the end is judged of what was reached.
    let rest = zip(plan.steps, outcomes).dropFirst(failing + 1).filter { $0.0.kind.name != "check" }
    #expect(rest.allSatisfy { $0.1 == .notRun })
  }

  @Test("At whatever moment a run is asked to stop, it is interrupted and has failed at nothing")
  func interruptedAnywhere() async throws {
    let plan = try plan(
      """
      ```load
      mnist: data/mnist
      labelled: 1000
      ```

      ```split
      dev: 200
      ```

      ```train
      layers: [4 relu, 10 softmax]
      iterations: 3
      ```

      ```evaluate dev
      on: dev
      ```

      ```sweep seeds
      vary: {seed: 1 to 3}
      measure: [dev.loss]
      ```
      """)
    let asked = Mutex(0)
    func run(until stop: Int) async -> Run {
      asked.withLock { $0 = 0 }
      return await Runner(
        store: nil, version: "1", threads: 1,
        isCancelled: {
          asked.withLock { asked in
            asked += 1
            return asked > stop
          }
        }
      ).run(plan)
    }
    #expect(await run(until: .max).results.isComplete)
    let moments = asked.withLock { $0 }
    try #require(moments > 50)
    for stop in stride(from: 0, to: moments, by: moments / 50) {
      let stopped = await run(until: stop)
      #expect(stopped.isInterrupted, "after \(stop)")
      #expect(stopped.results.diagnostics.isEmpty, "after \(stop)")
    }
  }

  @Test("A run that is asked to stop stops, and the next one goes on")
  func cancellation() async throws {
    let folder = TemporaryStore()
    let plan = try plan(everything)
    let stopping = Runner(
      store: folder.store, version: "1", threads: 2,
      isCancelled: { true })
    let stopped = await stopping.run(plan)
    #expect(stopped.isInterrupted)
    #expect(!stopped.results.isComplete)
    let run = await runner(folder.store).run(plan)
    #expect(run.results.isComplete)
  }
}
