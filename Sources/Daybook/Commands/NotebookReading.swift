import Notebook
import Plan

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
    case file(path: String, message: String)
  }

  private var problems: [Problem] = []

  var hasProblems: Bool { !problems.isEmpty }

  /// The plan of a notebook; `nil` where something is wrong with it.
  mutating func plan(_ path: String, _ overrides: Overrides) -> Plan? {
    do {
      let notebook = try Notebook(contentsOf: path, stepKinds: StepKind.names)
      return try Plan(notebook, overrides: overrides)
    } catch let found as NotebookProblems {
      problems.append(.notebook(found))
    } catch {
      problems.append(.file(path: path, message: "\(error)"))
    }
    return nil
  }

  /// Everything wrong as a terminal shows it; empty for nothing.
  func text(colour: Bool) -> String {
    problems.map { problem in
      switch problem {
      case .notebook(let found): found.text(colour: colour) + "\n"
      case .file(_, let message): "error: \(message)\n"
      }
    }.joined()
  }

  /// Everything wrong as GitHub's annotations.
  var annotations: String {
    problems.map { problem in
      switch problem {
      case .notebook(let found): found.annotations + "\n"
      case .file(let path, let message): "::error file=\(path)::\(message)\n"
      }
    }.joined()
  }

  /// Everything wrong as a JSON list.
  var json: String {
    let entries = problems.flatMap { problem -> [Entry] in
      switch problem {
      case .notebook(let found): found.diagnostics.map { Entry(found.source.path, $0) }
      case .file(let path, let message): [Entry(path, Diagnostic(message, at: nil))]
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(entries)) ?? Data("[]".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  private struct Entry: Encodable {
    let file: String
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let severity: String
    let message: String
    let help: String?

    init(_ file: String, _ diagnostic: Diagnostic) {
      self.file = file
      line = diagnostic.range?.start.line
      column = diagnostic.range?.start.column
      endLine = diagnostic.range?.end.line
      endColumn = diagnostic.range?.end.column
      severity = diagnostic.severity.rawValue
      message = diagnostic.message
      help = diagnostic.help
    }
  }
}
