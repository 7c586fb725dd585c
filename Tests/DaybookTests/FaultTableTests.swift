import Foundation
import Testing

/// Each line of the table of faults names tests, and these exist.
@Suite struct FaultTableTests {
  /// A file of tests: the suites that it declares or extends, and its functions.
  private struct TestFile {
    let name: String
    let suites: Set<Substring>
    let functions: Set<Substring>

    init(_ file: URL) throws {
      let text = try String(contentsOf: file, encoding: .utf8)
      name = file.lastPathComponent
      suites = Set(text.matches(of: /(?:struct|class|extension) (\w+)/).map(\.1))
      functions = Set(text.matches(of: /(?:func|def) (\w+)/).map(\.1))
    }
  }

  private static func files() throws -> [TestFile] {
    let folder = Workbench.root.appending(path: "Tests")
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path()))
    return try paths.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".py") }
      .map { try TestFile(folder.appending(path: $0)) }
  }

  /// What proves a line, in backticks in its last cell.
  private static func proofs() throws -> [[Substring]] {
    let page = try String(
      contentsOf: Workbench.root.appending(path: "docs/faults.md"), encoding: .utf8)
    return page.split(separator: "\n")
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| Fault |") }
      .map { row in
        let cell = row.split(separator: " | ").last ?? ""
        return cell.matches(of: /`([^`]+)`/).map(\.1).filter { !$0.contains("=") }
      }
  }

  @Test("Every test that the table of faults names is there")
  func namesTests() throws {
    let files = try Self.files()
    let proofs = try Self.proofs()
    #expect(proofs.count > 50)
    for names in proofs {
      #expect(!names.isEmpty)
      var suite: Substring?
      for name in names {
        #expect(Self.isThere(name, in: files, &suite), "\(name)")
      }
    }
  }

  /// Whether something of a name is there: `Suite.test`, `test` of the suite before, `Suite`, `file.py`,
  /// the function of such a file, or the path of a program.
  private static func isThere(
    _ name: Substring, in files: [TestFile], _ suite: inout Substring?
  ) -> Bool {
    if name.contains("/") {
      return FileManager.default.isExecutableFile(
        atPath: Workbench.root.appending(path: String(name)).path())
    }
    if name.hasSuffix(".py") { return files.contains { $0.name == name } }
    if name.hasPrefix("test_") { return files.contains { $0.functions.contains(name) } }
    let parts = name.split(separator: ".")
    guard let function = parts.last else { return false }
    if function.hasSuffix("Tests") { return files.contains { $0.suites.contains(function) } }
    if parts.count == 2 { suite = parts[0] }
    guard let suite else { return false }
    return files.contains { $0.suites.contains(suite) && $0.functions.contains(function) }
  }
}
