import Foundation
import Testing

/// Ctrl-C ends anything within a tenth of a second.
///
/// Tests run beside others, so the time that they allow is longer; what they hold is that one signal
/// is enough wherever the program waits or works.
@Suite struct InterruptTests {
  /// Longer than a busy machine needs, shorter than what is interrupted takes.
  private static let limit = 10.0

  private static func expectEnd(_ run: WatchedRun) {
    let began = Date()
    run.send(SIGINT)
    run.waitForEnd()
    #expect(run.process.terminationStatus == 130)
    #expect(run.process.terminationReason == .exit)
    #expect(Date().timeIntervalSince(began) < limit)
  }

  /// A file that takes far longer to read than the test, and no room on the disk.
  private static func writeEndless(_ path: String, in bench: Workbench) throws {
    try bench.write("", to: path)
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
    // Hashing begins with the folder of the lock there.
    let start = Date(timeIntervalSinceNow: 60)
    while !bench.exists("output/.cache/nb.lock"), Date() < start { usleep(1000) }
    Self.expectEnd(run)
    #expect(run.text.contains(words), "\(run.text)")
  }

  @Test("While it waits for another run")
  func waiting() throws {
    let bench = try Workbench()
    try Self.writeEndless("data.csv", in: bench)
    try bench.write("```load\ncsv: data.csv\n```\n", to: "nb.md")
    let first = try WatchedRun(bench, ["run", "nb.md"])
    let start = Date(timeIntervalSinceNow: 60)
    while !bench.exists("output/.cache/nb.lock"), Date() < start { usleep(1000) }
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
    let start = Date(timeIntervalSinceNow: 60)
    while !bench.exists("output/.cache/nb.lock"), Date() < start { usleep(1000) }
    Self.expectEnd(run)
  }
}
