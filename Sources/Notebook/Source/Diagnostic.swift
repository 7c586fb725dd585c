/// A problem in a notebook, at a place, with what to do about it.
///
/// Facts only: `DiagnosticPrinter` turns it into text.
package struct Diagnostic: Sendable, Equatable {
  package enum Severity: String, Sendable, Codable {
    case error
    case warning
  }

  package let severity: Severity
  /// Where in the notebook; `nil` for a problem of the file as a whole or of a command-line flag.
  package let range: SourceRange?
  /// What is wrong, in one line with no full stop, leading with the specific.
  package let message: String
  /// What to do, in one line ("did you mean 'train'?", "write a number above 0").
  package let help: String?
  /// The word at fault, where it is likely that another one was meant: it stands at the range.
  package let misspelling: Misspelling?

  /// Without other help, a misspelt word is met with the one that was likely meant.
  package init(
    _ message: String, at range: SourceRange?, help: String? = nil,
    misspelling: Misspelling? = nil, severity: Severity = .error
  ) {
    self.severity = severity
    self.range = range
    self.message = Self.shortened(message)
    self.help = (help ?? misspelling?.question).map(Self.shortened)
    self.misspelling = misspelling
  }

  /// Scalars of a text that are told at most: of what it quotes, a notebook may hold megabytes.
  private static let longest = 1_000

  /// A text without its middle, where it is long: what it quotes stands between words of its own.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return text }
    let scalars = text.unicodeScalars
    return String(scalars.prefix(longest / 2)) + "…" + String(scalars.suffix(longest / 2))
  }
}

extension Diagnostic {
  /// Lines that are named at most.
  private static let mostLines = 5

  /// Whether another one says the same of another place.
  func isLike(_ other: Self) -> Bool {
    message == other.message && help == other.help && severity == other.severity
  }

  /// The same, with where else it is found.
  func repeated(onLines lines: [Int]) -> Self {
    var distinct: [Int] = []
    for line in lines where distinct.last != line && line != range?.start.line {
      distinct.append(line)
    }
    let more = distinct.count - Self.mostLines
    let shown = distinct.prefix(Self.mostLines).map(String.init).joined(separator: ", ")
    let again: String? =
      distinct.isEmpty
      ? "\(lines.count + 1) times on this line"
      : "again on \(distinct.count == 1 ? "line" : "lines") \(shown)"
        + (more > 0 ? " and \(more) more" : "")
    let help = [help, again].compactMap(\.self).joined(separator: "; ")
    return Diagnostic(
      message, at: range, help: help, misspelling: misspelling, severity: severity)
  }
}

/// Everything found wrong with one notebook, in the order of the text.
package struct NotebookProblems: Error, Sendable, Equatable {
  package let source: SourceFile
  package let diagnostics: [Diagnostic]
  /// What could be read nevertheless, enough to look for more problems; `nil` where steps are lost.
  package let remainder: Notebook?

  package init(source: SourceFile, diagnostics: [Diagnostic], remainder: Notebook? = nil) {
    self.source = source
    self.diagnostics = diagnostics
    self.remainder = remainder
  }

  /// These problems with more of the same notebook, in the order of the text.
  package func joined(with more: [Diagnostic]) -> Self {
    Self(
      source: source, diagnostics: (diagnostics + more).sortedByPlace(), remainder: remainder)
  }
}
