import Notebook

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Everything that the page shows around the report, as it is told to browsers.
struct PreviewState: Sendable, Equatable, Codable {
  /// The number of the newest report; 0 for the one from before the preview began.
  var report = 0
  /// What is being done; `nil` while nothing is.
  var work: Work?
  /// What is wrong with the notebook or its last run; `nil` for nothing.
  var problem: Problem?
  /// What may be otherwise than it was meant; `nil` for nothing.
  var warnings: Warnings?

  struct Work: Sendable, Equatable, Codable {
    let step: String
    /// Updates that a training has made, and those it makes in all; zero for other steps.
    var iteration = 0
    var iterations = 0
    /// More in words: "320/500", "80.1%", "2 s left".
    var details: [String] = []
  }

  struct Problem: Sendable, Equatable, Codable {
    let title: String
    /// The problem as a terminal shows it, with its place.
    let text: String
    /// What the page shows meanwhile.
    let note: String
  }

  struct Warnings: Sendable, Equatable, Codable {
    /// How many there are, in words.
    let title: String
    /// All of them as a terminal shows them, each in its place.
    let text: String

    /// `nil` for none.
    init?(_ found: NotebookProblems) {
      guard !found.diagnostics.isEmpty else { return nil }
      title = found.diagnostics.counted
      text = found.text()
    }
  }

  /// One message of server-sent events.
  ///
  /// https://html.spec.whatwg.org/multipage/server-sent-events.html
  var message: [UInt8] {
    // JSON has no line ends outside of strings, and escapes those within.
    guard let json = try? JSONEncoder().encode(self) else { return [] }
    return Array("data: ".utf8) + json + Array("\n\n".utf8)
  }
}
