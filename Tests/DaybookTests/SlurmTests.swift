import Foundation
import Testing

/// Sweeps on a real Slurm, on loopback.
@Suite(
  .serialized,
  .enabled(if: SlurmCluster.obstacle == nil, Comment(rawValue: SlurmCluster.obstacle ?? "")))
struct SlurmTests {
  private static func notebook(seeds: String, iterations: Int = 12) -> String {
    """
    # Seeds

    The mean is `{mean(luck.runs.dev.accuracy):.4f}`.

    ```load
    mnist: mnist
    labelled: 3000
    ```

    ```split
    dev: 500
    ```

    ```train
    layers: [6 relu, 10 softmax]
    iterations: \(iterations)
    ```

    ```evaluate dev
    on: dev
    ```

    ```sweep luck
    vary: {seed: \(seeds)}
    measure: [train.accuracy, dev.accuracy]
    ```

    """
  }

  private static func bench(_ text: String) throws -> Workbench {
    let bench = try Workbench.withMNIST()
    try bench.write(text, to: "nb.md")
    return bench
  }

  @Test("Twenty seeds come to the same bytes on Slurm as in one process")
  func sameBytes() throws {
    let cluster = try SlurmCluster()
    let text = Self.notebook(seeds: "0 to 19")
    let (here, there) = (try Self.bench(text), try Self.bench(text))
    #expect(try here.daybook("run", "nb.md").status == 0)
    let outcome = try there.daybook(
      "run", "nb.md", "--engine", "slurm", "--max-running", "2", environment: cluster.environment)
    #expect(outcome.status == 0, "\(outcome.error)")
    for file in ["index.html", "results.json"] {
      #expect(try here.read("output/nb/\(file)") == there.read("output/nb/\(file)"), "\(file)")
    }
  }

  @Test(
    "Killed at ten moments, with a task cancelled and the controller started anew, a sweep ends with the same bytes"
  )
  func interruptions() throws {
    let cluster = try SlurmCluster()
    let text = Self.notebook(seeds: "0 to 19", iterations: 200)
    let (here, there) = (try Self.bench(text), try Self.bench(text))
    #expect(try here.daybook("run", "nb.md").status == 0)
    for moment in 0..<10 {
      let run = try there.start(
        "run", "nb.md", "--engine", "slurm", environment: cluster.environment)
      try cluster.wait(for: "tasks") {
        try !run.isRunning || !cluster.shell("squeue", "-h").isEmpty
      }
      // All is done by a late moment where the machine is quick.
      guard run.isRunning else { break }
      kill(run.processIdentifier, moment.isMultiple(of: 2) ? SIGINT : SIGKILL)
      try run.waitForEnd()
      if moment == 3 {
        let task = try cluster.shell("squeue", "-h", "-r", "-o", "%F_%K")
          .split(separator: "\n").first.map(String.init)
        if let task { _ = try cluster.shell("scancel", task) }
      }
      if moment == 6 { try cluster.restartController() }
    }
    let outcome = try there.daybook(
      "run", "nb.md", "--engine", "slurm", environment: cluster.environment)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try here.read("output/nb/index.html") == there.read("output/nb/index.html"))
  }

  @Test("Preempted, and with its node lost, a sweep goes on by itself and ends with the same bytes")
  func takenAway() throws {
    let cluster = try SlurmCluster()
    let text = Self.notebook(seeds: "0 to 3", iterations: 3000)
    let (here, there) = (try Self.bench(text), try Self.bench(text))
    let run = try there.start("run", "nb.md", "--engine", "slurm", environment: cluster.environment)
    for takeAway in [cluster.preempt, cluster.loseNode] {
      try cluster.wait(for: "tasks that run") { try cluster.running > 0 }
      try takeAway()
    }
    try run.waitForEnd()
    #expect(run.terminationStatus == 0)
    #expect(try here.daybook("run", "nb.md").status == 0)
    #expect(try here.read("output/nb/index.html") == there.read("output/nb/index.html"))
  }

  @Test(
    "A task whose time is up is queued again, and continues its training where it stopped",
    .enabled(
      if: ProcessInfo.processInfo.environment["LONG_TESTS"] == "1",
      "takes minutes: LONG_TESTS=1 swift test --filter SlurmTests"))
  func wallTime() throws {
    let cluster = try SlurmCluster()
    let text = Self.notebook(seeds: "[3]", iterations: 60_000)
    let there = try Self.bench(text)
    let run = try there.start(
      "run", "nb.md", "--engine", "slurm", "--engine-option", "time=1",
      environment: cluster.environment)
    var requeues = 0
    let end = Date(timeIntervalSinceNow: 1800)
    while run.isRunning, Date() < end {
      let queued = try cluster.shell("squeue", "-h", "-r", "-t", "PENDING", "-o", "%A")
      if !queued.isEmpty {
        requeues += 1
        try cluster.startWhatWaits()
        try cluster.wait(for: "the task") { try !run.isRunning || cluster.running > 0 }
      }
      usleep(200_000)
    }
    try run.waitForEnd()
    #expect(run.terminationStatus == 0 && requeues > 1, "\(requeues)")
    let here = try Self.bench(text)
    #expect(try here.daybook("run", "nb.md").status == 0)
    #expect(try here.read("output/nb/index.html") == there.read("output/nb/index.html"))
  }

  @Test("A task that fails twice is named with its options, its log and the log's end")
  func failure() throws {
    let cluster = try SlurmCluster()
    let bench = try Self.bench(Self.notebook(seeds: "0 to 1"))
    let outcome = try bench.daybook(
      "run", "nb.md", "--engine", "slurm", "--set",
      "luck.vary={train.learning-rate: [1e30, 0.1]}", environment: cluster.environment)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("the run with train.learning-rate=1e30 failed"))
    #expect(outcome.error.contains("run-0.log"))
    #expect(outcome.error.contains("no longer a number"), "\(outcome.error)")
    #expect(!outcome.error.contains("train.learning-rate=0.1 failed"))
    #expect(!bench.exists("output/nb/index.html"))
  }
}
