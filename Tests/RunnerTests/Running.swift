import Cache
import Files
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

  ```train cnn
  layers: [conv 3 5x5 gelu, batch-norm, max-pool 2x2, dropout 0.1, 10 softmax]
  batch: 500
  epochs: 3
  optimizer: adamw
  learning-rate: cosine 0.01
  augment: [shift 1, rotate 5]
  validation: dev
  stop-early: 2 epochs
  ```

  ```train
  layers: [6 relu, 10 softmax]
  iterations: 12
  report-every: 5
  ```

  ```evaluate dev
  on: dev
  ```

  ```sweep seeds
  vary:
    train.layers: [[5 relu, 10 softmax], [6 relu, 10 softmax]]
    seed: 5 to 7
  measure: [train.accuracy, dev.loss]
  best: lowest dev.loss
  ```

  ```evaluate one
  on: dev
  ```

  ```evaluate two
  on: dev
  ```

  ```compare pair
  of: [one, two]
  ```

  ```plot luck
  show: sweep
  ```

  ```plot differences
  show: comparison
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

  ```plot filters
  show: filters
  of: cnn
  ```

  ```plot activations
  show: activations
  of: cnn
  index: 3
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

  ```export
  to: model.onnx
  ```

  ```source initial-weights
  file: ../Tests/RunnerTests/Fixtures/shown.swift
  symbol: doubled
  ```

  ```try
  samples: 2
  ```

  ```check
  It reads some: dev.accuracy > 0
  ```

  ```baseline
  on: dev
  ```

  ```plot reliability
  show: reliability
  ```

  ```try misread
  samples: 2
  misread: 1
  ```
  """

/// A store in a folder that goes with it.
final class TemporaryStore {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
  var store: Store { Store(FolderLocation(path)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A plan of a notebook that lies in a folder.
func plan(_ text: String, _ overrides: String..., folder: String = notebooks) throws -> Plan {
  try Plan(
    Notebook(
      source: SourceFile(path: folder + "/nb.md", text: text), stepKinds: StepKind.syntaxes),
    overrides: Overrides(parsing: overrides))
}

func runner(_ store: Store?, threads: Int = 2, maxMemory: Int? = nil) -> Runner {
  Runner(store: store, version: "1", threads: threads, maxMemory: maxMemory)
}

extension Run {
  /// What each step yielded, by its place; `nil` for one that did not run.
  var yielded: [StepResult?] {
    results.steps.all.map { outcome in
      guard case .done(let result) = outcome else { return nil }
      return result
    }
  }
}

extension SourceFile {
  /// What stands at a range of one line.
  func text(at range: SourceRange) -> String {
    let line = lines[range.start.line - 1]
    return String(
      line.dropFirst(range.start.column - 1).prefix(range.end.column - range.start.column))
  }
}
