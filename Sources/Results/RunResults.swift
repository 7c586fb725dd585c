/// Everything a run reached, in the order of the notebook: what the report is made from.
package struct RunResults: Sendable, Equatable {
  package let steps: Outcomes<StepID, StepOutcome>
  package let inlineValues: Outcomes<InlineValueID, InlineOutcome>
  package let provenance: Provenance
  /// Whether a step's warning is as bad as an error.
  package let isStrict: Bool

  package init(
    steps: Outcomes<StepID, StepOutcome>, inlineValues: Outcomes<InlineValueID, InlineOutcome>,
    provenance: Provenance, isStrict: Bool = false
  ) {
    self.steps = steps
    self.inlineValues = inlineValues
    self.provenance = provenance
    self.isStrict = isStrict
  }

  /// Whether every step ran and every check held, so that the report may be published.
  package var isComplete: Bool {
    !(isStrict && hasWarnings) && steps.all.allSatisfy(\.isGood)
      && inlineValues.all.allSatisfy {
        if case .text = $0 { true } else { false }
      }
  }

  private var hasWarnings: Bool { steps.all.contains { !$0.warnings.isEmpty } }

  /// What became of a step; one that the run does not know did not run.
  package func outcome(of id: StepID) -> StepOutcome { steps[id] ?? .notRun }
}

/// What became of one step.
package enum StepOutcome: Sendable, Equatable {
  case done(StepResult)
  /// The step could not finish; the diagnostic as printed on the terminal.
  case failed(diagnostic: String)
  /// An earlier step failed.
  case notRun

  /// What whoever relies on the step's result ought to know.
  package var warnings: [StepWarning] {
    if case .done(let result) = self { result.warnings } else { [] }
  }

  /// Whether the step ran and, where it is a check, every claim of it holds.
  package var isGood: Bool {
    guard case .done(let result) = self else { return false }
    return result.outputs.allSatisfy { output in
      guard case .checks(let claims) = output else { return true }
      return claims.allSatisfy(\.holds)
    }
  }
}

/// What stands in the place of an inline value.
package enum InlineOutcome: Sendable, Equatable {
  /// The formatted value, and what stands behind it.
  case text(String, ValueFacts? = nil)
  /// The value cannot be computed, with the reason; the diagnostic as printed on the terminal.
  case failed(diagnostic: String)
  /// A step that it names did not run.
  case notRun
}

/// Where the report comes from; everything here is the same for the same inputs.
package struct Provenance: Sendable, Equatable {
  /// Daybook's version.
  package let version: String
  /// The notebook's file name, without its folder.
  package let notebookName: String
  /// The notebook's path from the project's folder; its name where there is no project.
  package let notebookPath: String
  /// SHA-256 of the notebook's bytes, in hexadecimal.
  package let notebookDigest: String
  package let seed: UInt32
  /// Overrides given on the command line, as `STEP.OPTION=VALUE`.
  package let overrides: [String]
  /// The files that steps read: path as the notebook writes it, size and digest.
  package let files: [InputFile]

  package struct InputFile: Sendable, Equatable {
    package let path: String
    package let byteCount: Int
    /// SHA-256 of the file's bytes, in hexadecimal.
    package let digest: String
    /// Whether it lies outside the notebook's project, in a folder that was allowed.
    package let isAllowed: Bool

    package init(path: String, byteCount: Int, digest: String, isAllowed: Bool = false) {
      self.path = path
      self.byteCount = byteCount
      self.digest = digest
      self.isAllowed = isAllowed
    }
  }

  package init(
    version: String, notebookName: String, notebookPath: String, notebookDigest: String,
    seed: UInt32, overrides: [String], files: [InputFile]
  ) {
    self.version = version
    self.notebookName = notebookName
    self.notebookPath = notebookPath
    self.notebookDigest = notebookDigest
    self.seed = seed
    self.overrides = overrides
    self.files = files
  }
}
