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
    "Killed, with a task cancelled and the controller started anew, a sweep ends with the same bytes"
  )
  func interruptions() throws {
    let cluster = try SlurmCluster()
    let text = Self.notebook(seeds: "0 to 9", iterations: 200)
    let (here, there) = (try Self.bench(text), try Self.bench(text))
    #expect(try here.daybook("run", "nb.md").status == 0)
    for moment in 0..<3 {
      let run = try there.start(
        "run", "nb.md", "--engine", "slurm", environment: cluster.environment)
      try cluster.wait(for: "tasks") { try !cluster.shell("squeue", "-h").isEmpty }
      kill(run.processIdentifier, moment == 0 ? SIGINT : SIGKILL)
      try run.waitForEnd()
      if moment == 1 {
        let task = try cluster.shell("squeue", "-h", "-r", "-o", "%F_%K")
          .split(separator: "\n").first.map(String.init)
        if let task { _ = try cluster.shell("scancel", task) }
      }
      if moment == 2 { try cluster.restartController() }
    }
    let outcome = try there.daybook(
      "run", "nb.md", "--engine", "slurm", environment: cluster.environment)
    #expect(outcome.status == 0, "\(outcome.error)")
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
