import Foundation
import Testing

/// What is printed, where it goes to a terminal, a pipe or a device that takes nothing.
@Suite struct PipeTests {
  private static let escape = "\u{1B}]0;taken\u{7}"

  /// A notebook that says control characters wherever it can.
  private static func bench() throws -> Workbench {
    let bench = try Workbench.withMNIST()
    try bench.write(
      """
      # Words\(escape)

      ```load
      mnist: mnist
      ```

      ```check
      More \(escape) than there are: load.rows > 100000000
      ```

      """, to: "nb.md")
    try bench.write("Text\n", to: "a\(escape)b.md")
    return bench
  }

  @Test("Control characters of a notebook, a path or an argument are written out wherever printed")
  func escapes() throws {
    let bench = try Self.bench()
    let name = "a\(Self.escape)b"
    let calls = [
      ["run", "\(name).md"], ["run", "\(name).md", "--dry-run"], ["run", "none\(name).md"],
      ["run", "\(name).md", "--only", name], ["run", "\(name).md", "--set", "\(name)=1"],
      ["check", "\(name).md"], ["check", "\(name).md", "--format", "github"],
      ["check", "none\(name).md", "--format", "json"], ["new", name], ["new", "\(name)/\(name)"],
      ["clean", "--output", name], ["clean", "--store", "\(name).md"], ["steps", name],
      ["preview", "none.md", "--output", name, "--threads", "0"], ["--\(name)"], [name],
      ["run", "nb.md", "--output", "\(name).md"], ["run", "nb.md", "--output", name, "--dry-run"],
    ]
    for arguments in calls {
      let outcome = try bench.run(Workbench.program.path(), arguments)
      let text = outcome.output + outcome.error
      #expect(!text.contains("\u{1B}") && !text.contains("\u{7}"), "\(arguments): \(text)")
    }
    let claim = try bench.daybook("run", "nb.md", "--output", name)
    #expect(claim.status == 3)
    #expect(claim.error.contains("More ␛]0;taken␇ than there are"), "\(claim.error)")
    #expect(claim.error.contains("a␛]0;taken␇b/nb/failed.html"), "\(claim.error)")
  }

  @Test(
    "No line of a build log is a command to GitHub's runner that is not ours",
    arguments: ["text", "github", "json"])
  func workflowCommands(_ format: String) throws {
    let bench = try Workbench()
    try bench.write(
      """
      ---
      key-figures:
        "::error title=forged::x": "`{1}`"
        " ::stop-commands::x": "##[error]`{2}`"
      ---

      Text
      """, to: "::error::nb.md")
    let origin = #"{"notebook":"/x\n::error::forged\nload: all is well","overrides":[]}"#
    try bench.write(origin, to: "output/.cache/::error::nb.origin")
    try bench.write("", to: "output/::error::nb/index.html")
    let run = try bench.daybook("run", "::error::nb.md", "--problems", format)
    #expect(run.status == 0)
    #expect(run.error.contains("\\::error title=forged::x: 1"), "\(run.error)")
    #expect(run.error.contains("the report of /x␊::error::forged␊load"), "\(run.error)")
    try bench.write("`{nope}` ##[error]x\n", to: "::error::nb.md")
    let check = try bench.daybook("check", "::error::nb.md", "--format", format)
    #expect(check.status == 2)
    for line in (run.error + run.output + check.error + check.output).split(separator: "\n") {
      let isCommand = line.drop { $0 == " " }.hasPrefix("::")
      #expect(!isCommand || line.hasPrefix("::error file="), "\(line)")
      #expect(isCommand || !line.contains("##["), "\(line)")
    }
  }

  @Test("On a terminal nothing but the bar's own sequences is written")
  func escapesOnATerminal() throws {
    let bench = try Self.bench()
    let run = try WatchedRun(bench, ["run", "nb.md"])
    run.waitForEnd()
    #expect(run.text.contains("␛]0;taken␇"))
    #expect(!run.text.contains("\u{1B}]") && !run.text.contains("\u{7}"), "\(run.text)")
  }

  @Test("A reader who goes away ends no run, and the report is written")
  func readerGone() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("```load\nmnist: mnist\n```\n", to: "nb.md")
    let outcome = try bench.shell(
      "\"$DAYBOOK\" run nb.md 2>&1 | head -0; exit ${PIPESTATUS[0]}")
    #expect(outcome.status == 0)
    #expect(bench.exists("output/nb/index.html"))
  }

  @Test(
    "What cannot be written on standard output is told, with exit status 4",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "run nb.md", "check nb.md --format json", "steps", "expressions", "new x", "--help",
    ])
  func fullOutput(_ arguments: String) throws {
    let bench = try Workbench()
    try bench.write("Text\n", to: "nb.md")
    let outcome = try bench.shell("\"$DAYBOOK\" \(arguments) > /dev/full")
    #expect(outcome.status == 4)
    #expect(
      outcome.error.hasSuffix("error: cannot write to standard output: No space left on device\n"),
      "\(outcome.error)")
    // What was asked for is there all the same.
    #expect(bench.exists("output/nb/index.html") == (arguments == "run nb.md"))
  }

  @Test("Closed streams are told, or do no harm; nothing is printed into a file instead")
  func closed() throws {
    let bench = try Workbench()
    try bench.write("Text\n", to: "nb.md")
    let outcome = try bench.shell("\"$DAYBOOK\" run nb.md <&- >&-")
    #expect(outcome.status == 4)
    #expect(
      outcome.error.hasSuffix("error: cannot write to standard output: it is closed\n"),
      "\(outcome.error)")
    #expect(bench.exists("output/nb/index.html"))
    let lock = String(decoding: try bench.read("output/.cache/nb.lock"), as: UTF8.self)
    #expect(!lock.contains("index.html"), "\(lock)")
    #expect(try bench.shell("\"$DAYBOOK\" run nb.md 2>&-").output == "output/nb/index.html\n")
  }

  @Test("A name that is none makes no notebook", arguments: ["", ".md", "folder/", "..", ".x"])
  func noName(_ name: String) throws {
    let bench = try Workbench()
    let outcome = try bench.daybook("new", name)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("would be hidden"), "\(outcome.error)")
    #expect(outcome.error.contains("Usage: daybook new"), "\(outcome.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path()).isEmpty)
  }
}
