import VisibleText

/// A diagnostic in plain fields, for `--format json`.
package struct DiagnosticRecord: Sendable, Equatable, Codable {
  package let path: String
  /// Line and column from 1, columns in characters; `nil` for a problem without a place.
  package let line: Int?
  package let column: Int?
  /// Just past the last character.
  package let endLine: Int?
  package let endColumn: Int?
  package let severity: Diagnostic.Severity
  package let message: String
  package let help: String?

  package init(_ diagnostic: Diagnostic, in source: SourceFile) {
    path = source.path
    line = diagnostic.range?.start.line
    column = diagnostic.range?.start.column
    endLine = diagnostic.range?.end.line
    endColumn = diagnostic.range?.end.column
    severity = diagnostic.severity
    message = diagnostic.message
    help = diagnostic.help
  }
}

extension NotebookProblems {
  /// The diagnostics in plain fields, in the order of the text.
  package var records: [DiagnosticRecord] {
    diagnostics.map { DiagnosticRecord($0, in: source) }
  }

  /// The diagnostics as workflow commands of GitHub Actions, a line each.
  ///
  /// See "Workflow commands for GitHub Actions", `error` and `warning`.
  package func github() -> String {
    records.map { $0.workflowCommand + "\n" }.joined()
  }
}

extension DiagnosticRecord {
  /// The diagnostic as a workflow command of GitHub Actions, without a line end.
  package var workflowCommand: String {
    var fields = ["file=" + Self.escape(path, property: true)]
    if let line { fields.append("line=\(line)") }
    if let column { fields.append("col=\(column)") }
    if let endLine { fields.append("endLine=\(endLine)") }
    if let endColumn { fields.append("endColumn=\(endColumn)") }
    let text = Self.escape(message + (help.map { " (\($0))" } ?? ""), property: false)
    return "::\(severity.rawValue) \(fields.joined(separator: ","))::\(text)"
  }

  private static func escape(_ text: String, property: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where property: escaped += "%3A"
      case "," where property: escaped += "%2C"
      default: escaped += makingControlsVisible(String(scalar))
      }
    }
    return escaped
  }
}
