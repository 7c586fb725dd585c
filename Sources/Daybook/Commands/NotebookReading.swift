import Notebook
import Plan
import Publishing
import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads and plans notebooks, and gathers what is wrong with any of them.
struct NotebookReading {
  private enum Problem {
    case notebook(NotebookProblems)
    /// A file that cannot be read.
    case file(path: String, message: String, text: String)
  }

  private var problems: [Problem] = []

  /// Whether a notebook has no plan.
  private(set) var hasErrors = false

  private let isStrict: Bool

  /// `isStrict` says that a warning is as bad as an error.
  init(isStrict: Bool = false) {
    self.isStrict = isStrict
  }

  /// The plan of a notebook; `nil` where something is wrong with it.
  mutating func plan(_ path: String, _ overrides: Overrides, allowed: [String]) -> Plan? {
    do {
      let plan = try Plan(publishing: path, overrides: overrides, allowed: allowed)
      guard !plan.warnings.isEmpty else { return plan }
      problems.append(
        .notebook(NotebookProblems(source: plan.notebook.source, diagnostics: plan.warnings)))
      if isStrict { hasErrors = true }
      return isStrict ? nil : plan
    } catch {
      note(error, path)
      return nil
    }
  }

  /// Takes in what is wrong with the data of a notebook that is right otherwise.
  mutating func inspect(_ plan: Plan) {
    let runner = Runner(store: nil, version: Version.current, threads: 1)
    let found = runner.inspect(plan)
    guard !found.isEmpty else { return }
    if isStrict || found.contains(where: { $0.severity == .error }) { hasErrors = true }
    note(found, in: plan.notebook.source)
  }

  /// Takes in why the notebook at a path has no plan.
  mutating func note(_ error: any Error, _ path: String) {
    hasErrors = true
    if let found = error as? NotebookProblems {
      problems.append(.notebook(found))
    } else {
      let message = (error as? NotebookFileError)?.message ?? "\(error)"
      problems.append(.file(path: path, message: message, text: "\(error)\n"))
    }
  }

  /// Takes in what a run has found wrong with a notebook, or worth knowing.
  mutating func note(_ diagnostics: [Diagnostic], in source: SourceFile) {
    guard !diagnostics.isEmpty else { return }
    problems.append(
      .notebook(NotebookProblems(source: source, diagnostics: diagnostics.sortedByPlace())))
  }

  /// How much is wrong, where there are warnings among it: errors alone speak for themselves.
  var count: TerminalText {
    let all = diagnostics
    return all.warnings.isEmpty ? "" : "\(all.counted)\n"
  }

  private var diagnostics: [Diagnostic] {
    problems.flatMap { problem in
      switch problem {
      case .notebook(let found): found.diagnostics
      case .file(_, let message, _): [Diagnostic(message, at: nil)]
      }
    }
  }

  /// Everything wrong as a terminal shows it; empty for nothing.
  func text(colour: Bool) -> TerminalText {
    problems.map { problem in
      switch problem {
      // The places and what they quote have their controls written out, and colours beside them.
      case .notebook(let found): TerminalText(safe: found.text(colour: colour) + "\n")
      case .file(_, _, let text): TerminalText(lines: text)
      }
    }.reduce("", +)
  }

  /// Everything wrong as GitHub's annotations.
  var annotations: String {
    problems.map { problem in
      switch problem {
      case .notebook(let found): found.github() + "\n"
      case .file(let path, let message, _):
        DiagnosticRecord(Diagnostic(message, at: nil), in: SourceFile(path: path, text: ""))
          .workflowCommand + "\n"
      }
    }.joined()
  }

  /// Everything wrong as a JSON list.
  var json: String {
    let records = problems.flatMap { problem -> [DiagnosticRecord] in
      switch problem {
      case .notebook(let found): found.records
      case .file(let path, let message, _):
        [DiagnosticRecord(Diagnostic(message, at: nil), in: SourceFile(path: path, text: ""))]
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(records)) ?? Data("[]".utf8)
    return String(decoding: data, as: UTF8.self)
  }
}
