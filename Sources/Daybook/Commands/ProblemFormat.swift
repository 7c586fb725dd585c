import ArgumentParser

/// How problems are written.
enum ProblemFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people: each with its line and a caret.
  case text
  /// A list of objects.
  case json
  /// Workflow commands, which GitHub shows beside the lines.
  case github
}
