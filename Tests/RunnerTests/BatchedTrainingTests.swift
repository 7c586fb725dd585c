import Foundation
import Plan
import Results
import Runner
import Synchronization
import Testing

/// Networks that are trained batch by batch, from the notebook to everything that reads them.
@Suite struct BatchedTrainingTests {
  private static func text(epochs: Int = 2, training: String = "") -> String {
    """
    ```load
    mnist: data/mnist
    labelled: 3000
    ```

    ```split
    dev: 600
    ```

    ```train cnn
    layers:
      - conv 6 5x5 relu
      - max-pool 2x2
      - conv 8 5x5 relu
      - max-pool 2x2
      - 24 relu
      - 10 softmax
    batch: 64
    epochs: \(epochs)
    optimizer: adam
    learning-rate: 0.003
    validation: dev
    \(training)
    ```
    """
  }

  private static let readers = """


    ```evaluate dev
    on: dev
    ```

    ```plot curve
    show: learning-curve
    of: cnn.validation
    ```

    ```plot samples
    show: digits
    from: dev
    where: misclassified
    ```

    ```plot confusion
    show: confusion-matrix
    ```

    ```predict submission
    on: dev
    to: submission.csv
    ```

    ```try
    samples: 3
    ```
    """

  private func run(_ text: String, _ runner: Runner = runner(nil)) async throws -> [StepResult?] {
    let run = await runner.run(try plan(text))
    #expect(run.results.diagnostics.isEmpty, "\(run.results.diagnostics)")
    return run.yielded
  }

  @Test("A convolutional network learns digits, and everything that takes a network takes it")
  func learns() async throws {
    let yielded = try await run(Self.text() + Self.readers)
    let train = try #require(yielded[2])
    let accuracy = try #require(train["validation"]?.asNumber)
    #expect(accuracy > 0.85)
    #expect(yielded[3]?["accuracy"] == train["validation"])
    #expect(train["epochs"] == .integer(2))
    #expect(train["iterations"] == .integer(76))
    #expect(train["parameters"] == .integer(156 + 1208 + 3096 + 250))
    let layers = try #require(train["layers"]?.items)
    #expect(
      layers.map { $0["shape"] } == [
        .text("6 × 24 × 24"), .text("6 × 12 × 12"), .text("8 × 8 × 8"), .text("8 × 4 × 4"),
        .text("24"), .text("10"),
      ])
    #expect(
      layers.map { $0["multiply-adds"] }
        == [86400, 0, 76800, 0, 3072, 240].map { .integer($0) })
    #expect(train["multiply-adds"] == .integer(166_512))
    let history = try #require(train["history"]?.items)
    #expect(history.map { $0["epoch"] } == [.integer(1), .integer(2)])
    #expect(history.map { $0["iteration"] } == [.integer(38), .integer(76)])
    #expect(history.last?["validation"] == train["validation"])
    guard case .figure(let curve)? = yielded[4]?.outputs.first else {
      Issue.record("no curve")
      return
    }
    #expect(curve.data.rows.count == 2)
  }

  @Test("A run that is stopped anywhere goes on to the same bits, and a longer one from a shorter")
  func resumed() async throws {
    let whole = try await run(Self.text())[2]
    for stop in [1, 37, 38, 50, 75, 76] {
      let folder = TemporaryStore()
      let updates = Mutex(0)
      let stopped = Runner(
        store: folder.store, version: "1", threads: 2,
        isCancelled: { updates.withLock { $0 >= stop } },
        observe: { event in
          if case .trained(_, let progress) = event {
            updates.withLock { $0 = progress.iteration }
          }
        })
      let run = await stopped.run(try plan(Self.text()))
      #expect(run.isInterrupted, "\(stop)")
      let intentions = runner(folder.store).intentions(try plan(Self.text()))
      #expect(intentions.last?.what == "runs: goes on from epoch \(stop / 38) of 2")
      #expect(try await self.run(Self.text(), runner(folder.store, threads: 3))[2] == whole)
    }
    let folder = TemporaryStore()
    _ = try await run(Self.text(epochs: 1), runner(folder.store))
    let intentions = runner(folder.store).intentions(try plan(Self.text()))
    #expect(intentions.last?.what == "runs: continues from 1 to 2 epochs")
    #expect(try await run(Self.text(), runner(folder.store))[2] == whole)
    // Iterations and epochs are two ways to say the same.
    let counted = Self.text().replacing("epochs: 2", with: "iterations: 76")
    #expect(try await run(counted, runner(folder.store))[2] == whole)
  }

  @Test(
    "A rate that depends on the length goes on from where it stopped, and not from a shorter one")
  func scheduled() async throws {
    func text(epochs: Int) -> String {
      Self.text(epochs: epochs)
        .replacing("learning-rate: 0.003", with: "learning-rate: one-cycle 0.003")
    }
    let whole = try await run(text(epochs: 2))[2]
    let folder = TemporaryStore()
    _ = try await run(text(epochs: 1), runner(folder.store))
    let shorter = runner(folder.store).intentions(try plan(text(epochs: 2)))
    #expect(shorter.last?.what.contains("continues") == false)
    // Stopped where the shorter one ended, it goes on from itself.
    for (stop, folder) in [(50, TemporaryStore()), (38, folder)] {
      let updates = Mutex(0)
      let stopped = Runner(
        store: folder.store, version: "1", threads: 2,
        isCancelled: { updates.withLock { $0 >= stop } },
        observe: { event in
          if case .trained(_, let progress) = event {
            updates.withLock { $0 = progress.iteration }
          }
        })
      #expect(await stopped.run(try plan(text(epochs: 2))).isInterrupted)
      let intentions = runner(folder.store).intentions(try plan(text(epochs: 2)))
      #expect(intentions.last?.what == "runs: goes on from epoch 1 of 2")
      #expect(try await run(text(epochs: 2), runner(folder.store, threads: 3))[2] == whole)
    }
  }

  @Test("Plain gradient descent, dense layers and entries by updates")
  func dense() async throws {
    let text = Self.text(training: "report-every: 10")
      .replacing("optimizer: adam\nlearning-rate: 0.003", with: "learning-rate: 0.2")
      .replacing(
        "  - conv 6 5x5 relu\n  - max-pool 2x2\n  - conv 8 5x5 relu\n  - max-pool 2x2\n", with: "")
    let train = try #require(try await run(text)[2])
    #expect(try #require(train["validation"]?.asNumber) > 0.85)
    let history = try #require(train["history"]?.items)
    #expect(history.map { $0["iteration"] } == (1...7).map { .integer(10 * $0) })
    #expect(history.map { $0["epoch"] } == [1, 1, 1, 2, 2, 2, 2].map { .integer($0) })
  }

  @Test(
    "What cannot be trained is said before anything is",
    arguments: [
      (
        "max-pool 2x2\n  - 24", "max-pool 9x2\n  - 24",
        "layer 4, 'max-pool 9x2', cannot make 8 × 0 × 4 of 8 × 8 × 8"
      ),
      (
        "conv 8 5x5 relu", "conv 8 13x13 relu",
        "layer 3, 'conv 8 13x13 relu', cannot make 8 × 0 × 0 of 6 × 12 × 12"
      ),
      ("24 relu", "800 relu", "weights make the page of 'try' too large; a page takes 100,000"),
      (
        "24 relu", "8192 relu" + String(repeating: "\n  - 8192 relu", count: 500),
        "weights and biases on"
      ),
    ])
  func refused(old: String, new: String, says: String) async throws {
    let trained = Mutex(false)
    let watching = Runner(
      store: nil, version: "1", threads: 2,
      observe: { if case .trained = $0 { trained.withLock { $0 = true } } })
    let text = (Self.text() + Self.readers).replacing(old, with: new)
    let run = await watching.run(try plan(text))
    #expect(run.results.diagnostics.contains { $0.contains(says) }, "\(run.results.diagnostics)")
    #expect(!trained.withLock { $0 })
  }

  @Test("Weights are shown of layers that see the whole image, and others say so")
  func weights() async throws {
    let text = Self.text(epochs: 1) + "\n\n```plot units\nshow: weights\n```"
    let run = await runner(nil).run(try plan(text))
    #expect(
      run.results.diagnostics.first?.contains("the first layer of 'cnn' is 'conv 6 5x5 relu'")
        == true, "\(run.results.diagnostics)")
  }

  @Test("Progress tells epoch, batch, accuracy, examples a second and what is left")
  func progress() {
    let progress = TrainingProgress(
      iteration: 76, iterations: 114, start: 38, accuracy: 0.973,
      epochs: .init(updates: 38, examples: 2400))
    #expect(
      progress.details(elapsed: 2)
        == ["epoch 2/3", "batch 38/38", percent(0.973), "1,200 examples/s", "2 s left"])
  }
}
