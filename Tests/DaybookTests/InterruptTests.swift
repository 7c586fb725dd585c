import Foundation
import Testing

/// Ctrl-C ends anything within a tenth of a second.
///
/// Tests run beside others, so that they hold it to no time: what they hold is that one signal is
/// enough wherever the program waits or works, which would go on for hours.
@Suite struct InterruptTests {
  private static func expectEnd(_ run: WatchedRun) {
    run.send(SIGINT)
    run.waitForEnd()
    #expect(run.process.terminationStatus == 130)
    #expect(run.process.terminationReason == .exit)
  }

  /// Waits until a run has the lock of its notebook: its holder is written into it then.
  private static func waitForLock(_ bench: Workbench, _ run: WatchedRun) {
    let hasLock = run.wait { _ in (try? bench.read("output/.cache/nb.lock"))?.isEmpty == false }
    #expect(hasLock, "\(run.text)")
  }

  /// A file that takes far longer to read than the test, and hardly any room on the disk; what is
  /// looked at first is right.
  private static func writeEndless(_ path: String, in bench: Workbench) throws {
    let rows = String(repeating: "1,2\n", count: 1 << 18)
    try bench.write("label,pixel0\n" + rows, to: path)
    let size = off_t(1) << 40
    #expect(truncate(bench.folder.appending(path: path).path(), size) == 0)
  }

  @Test(
    "While input files are hashed",
    arguments: [
      ([], "interrupted; what was finished is stored, and the same command goes on from there"),
      (["--no-cache"], "interrupted; nothing is stored, and the same command begins anew"),
    ] as [([String], String)])
  func hashing(options: [String], words: String) throws {
    let bench = try Workbench()
    try Self.writeEndless("data.csv", in: bench)
    try bench.write("```load\ncsv: data.csv\n```\n", to: "nb.md")
    let run = try WatchedRun(bench, ["run", "nb.md"] + options)
    // Hashing begins with the lock.
    Self.waitForLock(bench, run)
    Self.expectEnd(run)
    #expect(run.text.contains(words), "\(run.text)")
  }

  @Test("While it waits for another run")
  func waiting() throws {
    let bench = try Workbench()
    try Self.writeEndless("data.csv", in: bench)
    try bench.write("```load\ncsv: data.csv\n```\n", to: "nb.md")
    let first = try WatchedRun(bench, ["run", "nb.md"])
    Self.waitForLock(bench, first)
    let second = try WatchedRun(bench, ["run", "nb.md"])
    second.wait(for: "waiting for process")
    Self.expectEnd(second)
    Self.expectEnd(first)
  }

  @Test("While a preview trains or hashes")
  func preview() throws {
    let bench = try Workbench()
    try Self.writeEndless("data.csv", in: bench)
    try bench.write("```load\ncsv: data.csv\n```\n", to: "nb.md")
    let run = try WatchedRun(bench, ["preview", "nb.md", "--port", "0"])
    Self.waitForLock(bench, run)
    Self.expectEnd(run)
  }
}
