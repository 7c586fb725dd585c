import Foundation
import Notebook
import Plan

/// A notebook with the usual steps, to which tests add their own.
let usual = """
  ```load
  mnist: data
  labelled: 42000
  ```

  ```split
  dev: 1000
  ```

  ```train
  layers: [10 relu, 10 softmax]
  ```

  ```evaluate dev
  on: dev
  ```

  """

/// The folder of the default notebook: the sources that examples show lie beside it.
private let notebooks = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "notebooks")

/// The plan of a text.
func plan(_ text: String, _ overrides: String...) throws -> Plan {
  try Plan(
    Notebook(
      source: SourceFile(path: notebooks.appending(path: "nb.md").path(), text: text),
      stepKinds: StepKind.syntaxes),
    overrides: Overrides(parsing: overrides))
}

/// What is wrong with a text and its plan; `nil` where nothing is.
func mistakes(_ text: String, _ overrides: String...) throws -> NotebookProblems? {
  try mistakes(text, overrides).found
}

/// What is wrong with a text and its plan, as the terminal shows it.
func problems(_ text: String, _ overrides: String...) throws -> String {
  let (found, path) = try mistakes(text, overrides)
  return found.map { $0.text().replacing(path, with: "nb.md") } ?? ""
}

private func mistakes(_ text: String, _ overrides: [String]) throws -> (
  found: NotebookProblems?, path: String
) {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "nb.md")
  try Data(text.utf8).write(to: file)
  do {
    _ = try Plan(contentsOf: file.path(), overrides: Overrides(parsing: overrides))
    return (nil, file.path())
  } catch let found as NotebookProblems {
    return (found, file.path())
  }
}

extension Plan {
  /// The step of a name.
  func step(_ name: String) -> PlannedStep? { steps.first { $0.name == name } }
}
