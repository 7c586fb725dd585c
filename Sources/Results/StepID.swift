/// Names a step of a run, so that results, values and parts of the page find one another.
///
/// A step of the notebook has one run of its own; a step that varies others owns several runs of
/// them, which the run's number tells apart.
package struct StepID: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The name that expressions use, unique in the notebook.
  package let name: String
  /// The run of a step that several runs are made of, from 0; `nil` for the notebook's own.
  package let run: Int?

  package init(_ name: String, run: Int? = nil) {
    self.name = name
    self.run = run
  }

  package var description: String { run.map { "\(name)[\($0)]" } ?? name }
}

/// Names an inline value of a notebook, in the order in which they are written.
package struct InlineValueID: Sendable, Hashable {
  /// Its place among the notebook's inline values, from 0.
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }
}
