import Foundation
import FuzzTargets
import Testing

/// Every input of the corpus, and every one that was found to break something, once more.
///
/// A case passes where the program lives: a crash ends the tests, and growth has tests of its own.
@Suite struct ReplayTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz")

  private static func cases(in part: String, of target: FuzzTarget) throws -> [URL] {
    let folder = folder.appending(path: part).appending(path: target.rawValue)
    guard FileManager.default.fileExists(atPath: folder.path()) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path() < $1.path() }
  }

  @Test("The corpus and the cases found are read", arguments: FuzzTarget.allCases)
  func replay(_ target: FuzzTarget) throws {
    let corpus = try Self.cases(in: "Corpus", of: target)
    #expect(!corpus.isEmpty, "no corpus for \(target.rawValue)")
    for file in try corpus + Self.cases(in: "Found", of: target) {
      target.run(Array(try Data(contentsOf: file)))
    }
  }
}
