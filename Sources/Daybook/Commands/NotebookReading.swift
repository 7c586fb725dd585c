import Notebook
import Plan
import Publishing

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

  var hasProblems: Bool { !problems.isEmpty }

  /// The plan of a notebook; `nil` where something is wrong with it.
  mutating func plan(_ path: String, _ overrides: Overrides, allowed: [String]) -> Plan? {
    do {
      return try Plan(publishing: path, overrides: overrides, allowed: allowed)
    } catch {
      note(error, path)
      return nil
    }
  }

  /// Takes in why the notebook at a path has no plan.
  mutating func note(_ error: any Error, _ path: String) {
    if let found = error as? NotebookProblems {
      problems.append(.notebook(found))
    } else {
      let message = (error as? NotebookFileError)?.message ?? "\(error)"
      problems.append(.file(path: path, message: message, text: "\(error)\n"))
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
