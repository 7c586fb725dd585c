import Foundation
import Testing

/// What a run ends with: its exit status, its last words, its report in a browser.
@Suite struct OutcomeTests {
  /// A step that fails is worse than a claim that does not hold, whichever comes last.
  @Test("Of several notebooks the exit status is the worst one's", arguments: [false, true])
  func worst(isReversed: Bool) throws {
    let bench = try Workbench.withMNIST()
    let check =
      "```load\nmnist: mnist\n```\n\n```check\nLarge: load.rows > 1000000000\n```\n"
    try bench.write(check, to: "claim.md")
    try bench.write("```load\ncsv: none.csv\n```\n", to: "step.md")
    try bench.write("Text\n", to: "good.md")
    let order = ["claim.md", "step.md", "good.md"]
    let names = isReversed ? Array(order.reversed()) : order
    let outcome = try bench.run(Workbench.program.path(), ["run"] + names)
    #expect(outcome.status == 1)
    #expect(try bench.daybook("run", "claim.md", "good.md").status == 3)
    // A folder in which nothing can be written is worse still.
    try FileManager.default.removeItem(at: bench.folder.appending(path: "output/good"))
    try bench.write("mine", to: "output/good")
    #expect(try bench.run(Workbench.program.path(), ["run"] + names).status == 4)
  }

  @Test("A last good report is spoken of only where there is one")
  func lastGoodReport() throws {
    let bench = try Workbench()
    try bench.write("```load\ncsv: none.csv\n```\n", to: "nb.md")
    let first = try bench.daybook("run", "nb.md")
    #expect(first.error.hasSuffix("\nWhat was reached is in output/nb/failed.html\n"))
    try bench.write("good", to: "output/nb/index.html")
    #expect(
      try bench.daybook("run", "nb.md").error.hasSuffix(
        "\nThe last good report is left as it was; what was reached is in output/nb/failed.html\n"))
  }

  @Test("Several outputs share a store that is named")
  func sharedStore() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("```load\nmnist: mnist\n```\n", to: "nb.md")
    let one = try bench.daybook("run", "nb.md", "--store", "shared", "--output", "one")
    #expect(one.error.contains(" images of 28 × 28, "), "\(one.error)")
    let two = try bench.daybook("run", "nb.md", "--store", "shared", "--output", "two")
    #expect(two.error.contains("load: unchanged"), "\(two.error)")
    #expect(try bench.read("one/nb/index.html") == bench.read("two/nb/index.html"))
    #expect(try bench.daybook("clean", "--store", "shared").error.hasPrefix("dropped 1 result, "))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: bench.folder.appending(path: "one/.cache").path())
    #expect(names.sorted() == [".gitignore", "nb.lock", "nb.origin"])
  }

  @Test("What every run makes anew is left out of commits, and the report is not")
  func commits() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("```load\nmnist: mnist\n```\n", to: "nb.md")
    #expect(try bench.daybook("run", "nb.md").status == 0)
    let git = try bench.shell("git init -q . && git add output && git diff --cached --name-only")
    #expect(git.status == 0, "\(git.error)")
    let names = git.output.split(separator: "\n")
    #expect(names.contains("output/nb/index.html"))
    #expect(!names.contains { $0.contains(".cache") }, "\(git.output)")
  }

  @Test("A report is opened in a browser when that is asked for, and a failed one is not")
  func opened() throws {
    let bench = try Workbench()
    for name in ["xdg-open", "open"] {
      try bench.write("#!/bin/sh\necho \"$@\" >> opened\n", to: name)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: bench.folder.appending(path: name).path())
    }
    let path = bench.folder.path() + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    try bench.write("Text\n", to: "nb.md")
    func run(_ name: String) throws -> Outcome {
      try bench.daybook("run", name, "--open", environment: ["PATH": path])
    }
    try bench.write("```load\ncsv: none.csv\n```\n", to: "bad.md")
    #expect(try run("bad.md").status == 1)
    #expect(try run("nb.md").status == 0)
    let limit = Date(timeIntervalSinceNow: 60)
    while (try? bench.read("opened"))?.last != UInt8(ascii: "\n"), Date() < limit { usleep(1000) }
    #expect(try bench.read("opened") == Data("output/nb/index.html\n".utf8))
  }

  @Test("Nothing is stored without a cache, and quiet runs tell only what goes wrong")
  func flags() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("```load\nmnist: mnist\n```\n", to: "nb.md")
    for _ in 0..<2 {
      let outcome = try bench.daybook("run", "nb.md", "--no-cache", "--threads", "256")
      #expect(outcome.status == 0)
      #expect(outcome.error.hasPrefix("load: "), "\(outcome.error)")
      #expect(!outcome.error.contains("unchanged"), "\(outcome.error)")
    }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: bench.folder.appending(path: "output/.cache").path())
    #expect(names.sorted() == [".gitignore", "nb.lock", "nb.origin"])
    let quiet = try bench.daybook("run", "nb.md", "--quiet")
    #expect(quiet.output == "output/nb/index.html\n" && quiet.error == "")
    #expect(try bench.daybook("run", "nb.md", "--threads", "257").status == 2)
  }

  private typealias Outcome = Workbench.Outcome
}
