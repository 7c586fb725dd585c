import Foundation
import Testing

/// What can go wrong around a run: nothing is lost, nothing wrong is shown, and users are told.
@Suite struct BadMomentsTests {
  /// A notebook that is done in about a second, with training for most of it.
  private static let text = """
    It reads `{dev.accuracy:.1%}` after `{train.iterations}` iterations.

    ```load
    mnist: mnist
    labelled: 9000
    ```

    ```split
    dev: 1000
    ```

    ```train
    layers: [10 relu, 10 softmax]
    iterations: 300
    ```

    ```evaluate dev
    on: dev
    ```

    ```plot curve
    show: learning-curve
    ```

    ```predict submission
    on: dev
    to: submission.csv
    ```
    """

  private static let published = [
    "index.html", "results.json", "submission.csv", "figures/curve.png",
  ]

  private static func bench(_ text: String = text) throws -> Workbench {
    let bench = try Workbench.withMNIST()
    try bench.write(text, to: "nb.md")
    return bench
  }

  private func contents(_ bench: Workbench) throws -> [Data] {
    try Self.published.map { try bench.read("output/nb/\($0)") }
  }

  @Test("Killed at any of fifty moments, the next run ends with the same bytes")
  func killed() throws {
    let whole = try Self.bench()
    let first = try WatchedRun(whole, ["run", "nb.md", "--no-cache"])
    first.waitForEnd()
    #expect(first.process.terminationStatus == 0)
    let expected = try contents(whole)
    for moment in 0..<50 {
      let bench = try Self.bench()
      let run = try WatchedRun(bench, ["run", "nb.md"])
      // The last moments are those in which the report is published.
      run.wait { $0.messages * 45 > first.messages * moment }
      if moment >= 45 { run.wait { _ in bench.exists("output/nb") } }
      run.send(SIGKILL)
      run.waitForEnd()
      if bench.exists("output/nb/index.html") {
        #expect(try contents(bench) == expected, "published by the run killed at \(moment)/50")
      }
      #expect(try bench.daybook("run", "nb.md", "--quiet").status == 0)
      #expect(try contents(bench) == expected, "after the run killed at \(moment)/50")
    }
  }

  @Test("Two runs of one notebook take turns, and publish whole")
  func twoRuns() throws {
    let bench = try Self.bench()
    let first = try WatchedRun(bench, ["run", "nb.md"])
    // It has the lock by then, and keeps it while it is stopped.
    #expect(first.wait(for: "load: "))
    first.send(SIGSTOP)
    let second = try WatchedRun(bench, ["run", "nb.md"])
    second.wait(
      for: "waiting for process \(first.process.processIdentifier), which writes the same")
    first.send(SIGCONT)
    first.waitForEnd()
    second.waitForEnd()
    #expect(first.process.terminationStatus == 0)
    #expect(second.process.terminationStatus == 0)
    #expect(
      second.text.contains(
        "waiting for process \(first.process.processIdentifier), which writes the same"),
      "\(second.text)")
    #expect(second.text.contains("train: unchanged"))
  }

  @Test("Runs of several notebooks share the store")
  func manyNotebooks() throws {
    let bench = try Self.bench()
    for name in ["a", "b", "c"] { try bench.write(Self.text, to: "\(name).md") }
    let runs = try ["a", "b", "c"].map { try bench.start("run", "\($0).md") }
    for run in runs {
      try run.waitForEnd()
      #expect(run.terminationStatus == 0)
    }
    let page = try bench.read("output/a/results.json")
    #expect(try bench.read("output/b/results.json") == page)
    #expect(try bench.read("output/c/results.json") == page)
  }

  @Test("An output folder that is a file, or that cannot be written, is told before the work")
  func noPlace() throws {
    let bench = try Self.bench()
    try bench.write("precious", to: "output")
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.status == 4)
    #expect(
      outcome.error.hasPrefix("error: cannot create output/.cache: a part of the path is a file"),
      "\(outcome.error)")
    #expect(!outcome.error.contains("load:"))
    #expect(try bench.read("output") == Data("precious".utf8))
  }

  @Test("A report's folder that is a file is told, and the file stays")
  func fileInPlace() throws {
    let bench = try Self.bench()
    try bench.write("precious", to: "output/nb")
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.status == 4)
    #expect(
      outcome.error.hasPrefix("error: cannot replace output/nb: it is a file"), "\(outcome.error)")
    #expect(try bench.read("output/nb") == Data("precious".utf8))
  }

  @Test("Without permission to write, the report stays and the user is told")
  func noPermission() throws {
    let bench = try Self.bench()
    #expect(try bench.daybook("run", "nb.md").status == 0)
    let before = try contents(bench)
    try bench.write(Self.text.replacing("It reads", with: "It now reads"), to: "nb.md")
    let outcome = try bench.restricted(
      "chmod -R a-w output; \"$DAYBOOK\" run nb.md; status=$?; chmod -R u+w output; exit $status")
    #expect(outcome.status == 4, "\(outcome.error)")
    #expect(outcome.error.hasPrefix("error: cannot lock output"), "\(outcome.error)")
    #expect(outcome.error.localizedCaseInsensitiveContains("permission denied"), "\(outcome.error)")
    #expect(try contents(bench) == before)
  }

  @Test(
    "A place where no report can be is told before the work",
    arguments: [
      ("mkdir -p output/.cache; chmod a-w output", "error: cannot write output: permission denied"),
      ("mkdir -p output/nb home; ln -s ../../home output/nb/figures", "output/nb/figures: it is a"),
    ])
  func noPlaceForAReport(change: String, told: String) throws {
    let bench = try Self.bench()
    let outcome = try bench.restricted(
      "\(change); \"$DAYBOOK\" run nb.md; status=$?; chmod u+w output; exit $status")
    #expect(outcome.status == 4, "\(outcome.error)")
    #expect(outcome.error.contains(told), "\(outcome.error)")
    #expect(!outcome.error.contains("load: "), "\(outcome.error)")
  }

  @Test("Figures that may not be replaced are told before the work, and nothing is left over")
  func readOnlyFigures() throws {
    let bench = try Self.bench()
    #expect(try bench.daybook("run", "nb.md").status == 0)
    try bench.write("precious", to: "output/nb/figures/mine")
    let before = try contents(bench)
    try bench.write(Self.text.replacing("It reads", with: "It now reads"), to: "nb.md")
    let outcome = try bench.restricted(
      """
      chmod a-w output/nb/figures; "$DAYBOOK" run nb.md; status=$?
      chmod u+w output/nb/figures; ls -A output; exit $status
      """)
    #expect(outcome.status == 4, "\(outcome.error)")
    #expect(
      outcome.error.hasPrefix("error: cannot write output/nb/figures: permission denied"),
      "\(outcome.error)")
    #expect(outcome.output == ".cache\nnb\n")
    #expect(try contents(bench) == before)
  }

  @Test(
    "A link called output leads nowhere unless it is named", arguments: ["run", "clean", "preview"])
  func outputLink(_ command: String) throws {
    let bench = try Self.bench()
    try bench.write("precious", to: "home/nb/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.appending(path: "output").path(), withDestinationPath: "home")
    let words = command == "clean" ? [command] : [command, "nb.md"]
    let outcome = try bench.run(Workbench.program.path(), words)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.error)")
    #expect(
      outcome.error.hasPrefix("Error: 'output' is a link, which may have come with the notebook; "),
      "\(outcome.error)")
    #expect(try bench.read("home/nb/index.html") == Data("precious".utf8))
    #expect(!bench.exists("home/.cache"))
    guard command == "run" else { return }
    try #require(bench.daybook("run", "nb.md", "--output", "output").status == 0)
    #expect(bench.exists("home/.cache"))
  }

  @Test(
    "A full disk is told, and the report that was there stays", .enabled(if: Workbench.canMount))
  func fullDisk() throws {
    let bench = try Self.bench()
    // What was published before fits; what comes next finds no room.
    let outcome = try bench.mounted(
      """
      mount -t tmpfs -o size=1m none small && mkdir -p small/nb && echo good > small/nb/index.html
      head -c 900000 /dev/zero > small/filler
      "$DAYBOOK" run nb.md --output small; status=$?
      cat small/nb/index.html; ls -A small/nb; exit $status
      """)
    #expect(outcome.status == 4, "\(outcome.error)")
    #expect(outcome.error.contains("the disk is full; free some space"), "\(outcome.error)")
    #expect(outcome.output.hasPrefix("good\nindex.html\n"), "\(outcome.output)")
  }
}
