import Foundation

/// Rows of a fixture's tab-separated file.
struct FixtureFile {
  let rows: [[String]]

  init(_ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    rows = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").map { $0.components(separatedBy: "\t") }
  }
}
