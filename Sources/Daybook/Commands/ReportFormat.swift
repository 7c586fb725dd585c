import ArgumentParser

/// How a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// One page that needs nothing else.
  case html
  /// Beside the page, Markdown as GitHub renders it.
  case gfm
}
