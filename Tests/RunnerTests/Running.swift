import Cache
import Foundation
import Notebook
import Plan
import Results
import Runner

/// The folder of the default notebook, with the real data set.
let notebooks = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "notebooks", directoryHint: .notDirectory).path()

/// Every kind of step but checks, with every figure; small enough to run in a moment.
let everything = """
  ```load
  mnist: data/mnist
  labelled: 3000
  ```

  ```split
  dev: 500
  ```

  ```train
  layers: [6 relu, 10 softmax]
  iterations: 12
  report-every: 5
  ```

  ```evaluate dev
  on: dev
  ```

  ```plot curve
  show: learning-curve
  of: train.loss
  ```

  ```plot samples
  show: digits
  from: dev
  where: misclassified
  ```

  ```plot confusion
  show: confusion-matrix
  ```

  ```plot units
  show: weights
  ```

  ```plot classes
  show: per-class
  ```

  ```plot counts
  show: class-counts
  ```

  ```predict submission
  on: dev
  to: submission.csv
  ```

  ```source initial-weights
  file: ../Sources/Network/Model/InitialWeights.swift
  ```

  ```check
  It reads some: dev.accuracy > 0
  ```
  """

/// A store in a folder that goes with it.
final class TemporaryStore {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
  var store: Store { Store(directory: path) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

func plan(_ text: String, _ overrides: String...) throws -> Plan {
  try Plan(
    Notebook(
      source: SourceFile(path: notebooks + "/nb.md", text: text), stepKinds: StepKind.names),
    overrides: Overrides(parsing: overrides))
}

func runner(_ store: Store?, build: String = "a", threads: Int = 2) -> Runner {
  Runner(folder: notebooks, store: store, build: build, version: "1", threads: threads)
}

extension Run {
  /// What each step yielded, by its place; `nil` for one that did not run.
  var yielded: [StepResult?] {
    results.steps.map { outcome in
      guard case .done(let result) = outcome else { return nil }
      return result
    }
  }
}
