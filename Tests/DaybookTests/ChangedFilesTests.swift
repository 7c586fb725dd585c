import Foundation
import Testing

/// Data files that change behind a run's back.
@Suite struct ChangedFilesTests {
  @Test("A data file of the same size and time but other contents is noticed")
  func sameTime() throws {
    let bench = try Workbench()
    let header = "label,pixel0,pixel1,pixel2,pixel3\n"
    let rows = (0..<20).map { "\($0 % 10),\($0),0,9,0\n" }.joined()
    try bench.write(header + rows, to: "d.csv")
    try bench.write("It has `{load.digest}`.\n\n```load\ncsv: d.csv\n```", to: "nb.md")
    let file = bench.folder.appending(path: "d.csv").path()
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
    #expect(try bench.daybook("run", "nb.md").status == 0)
    let before = try bench.results("nb")["load.digest"] as? String
    try bench.write(header + rows.replacing("0,0,0,9,0", with: "0,0,0,8,0"), to: "d.csv")
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.error.contains("; file changed: d.csv"), "\(outcome.error)")
    #expect(try bench.results("nb")["load.digest"] as? String != before)
  }

  @Test(
    "A file that is saved while a run reads it is noticed, and never stored under another's name")
  func savedWhileRead() throws {
    let bench = try Workbench.withMNIST()
    let header = "label,pixel0,pixel1,pixel2,pixel3\n"
    let rows = (0..<20).map { "\($0 % 10),\($0),0,9,0\n" }.joined()
    let (one, other) = (header + rows, header + rows + rows)
    try bench.write(one, to: "d.csv")
    try bench.write(
      """
      ```load big
      mnist: mnist
      ```

      ```split
      dev: 1000
      ```

      ```train
      layers: [10 relu, 10 softmax]
      iterations: 2000
      ```

      ```load small
      csv: d.csv
      ```

      `{small.rows}`

      """, to: "nb.md")
    let run = try WatchedRun(bench, ["run", "nb.md", "--threads", "1"])
    // All files have been digested by then, and the one below has not been read: what is trained is
    // long enough to be stopped in.
    #expect(run.wait(for: "/2000 · "), "\(run.text)")
    run.send(SIGSTOP)
    try bench.write(other, to: "d.csv")
    run.send(SIGCONT)
    run.waitForEnd()
    #expect(run.process.terminationStatus == 1)
    try bench.write(one, to: "d.csv")
    #expect(try bench.daybook("run", "nb.md", "--set", "train.iterations=1").status == 0)
    #expect(try bench.results("nb")["small.rows"] as? Int == 20)
  }
}
