import Foundation
import Testing

/// The command that a page tells to make it again.
@Suite struct PageCommandTests {
  /// The command on the page of a notebook, run by that path in the bench's folder.
  private func command(_ bench: Workbench, _ path: String) throws -> String {
    let outcome = try bench.daybook("run", path, "--quiet")
    #expect(outcome.status == 0, "\(outcome.error)")
    let page = try String(decoding: bench.read("output/nb/index.html"), as: UTF8.self)
    #expect(!page.contains(bench.folder.lastPathComponent))
    let start = try #require(page.firstRange(of: "<code>daybook run "))
    return String(page[start.upperBound...].prefix { $0 != "<" })
  }

  @Test(
    "It names the notebook from the project's folder, however it was named and wherever from",
    arguments: ["nb.md", "notebooks/nb.md", "texts/of/mine/nb.md"])
  func inProject(_ path: String) throws {
    let (bench, elsewhere) = (try Workbench(), try Workbench())
    try bench.write("Text.\n", to: path)
    try FileManager.default.createDirectory(
      at: bench.folder.appending(path: ".git"), withIntermediateDirectories: true)
    #expect(try command(bench, path) == path)
    #expect(try command(bench, "./" + path) == path)
    #expect(try command(bench, bench.folder.path() + "/" + path) == path)
    #expect(try command(elsewhere, bench.folder.path() + "/" + path) == path)
    #expect(try command(elsewhere, "../\(bench.folder.lastPathComponent)/\(path)") == path)
  }

  @Test("Of a notebook without a project it tells the name, and nothing of the machine")
  func withoutProject() throws {
    let (bench, other) = (try Workbench(), try Workbench())
    try other.write("Text.\n", to: "some/nb.md")
    #expect(try command(bench, other.folder.path() + "/some/nb.md") == "nb.md")
    let page = try String(decoding: bench.read("output/nb/index.html"), as: UTF8.self)
    #expect(!page.contains(other.folder.lastPathComponent))
    #expect(try command(other, "some/nb.md") == "nb.md")
  }
}
