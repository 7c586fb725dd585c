import Cache
import Files
import Foundation
import Publishing
import TestFolders
import Testing

@Suite struct OutputFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func knowsItsPaths() {
    let output = OutputFolder("out", isWritten: true)
    #expect(output.report("nb").path == "out/nb")
    #expect(output.report("nb").path(of: .report) == "out/nb/index.html")
    #expect(output.report("nb").path(of: .failed) == "out/nb/failed.html")
    #expect(output.store.location.path == "out/.cache")
    #expect(OutputFolder("out", isWritten: true, store: "/shared").store.location.path == "/shared")
    #expect(OutputFolder("out", isWritten: true, store: "/shared").report("nb").path == "out/nb")
  }

  @Test func givesTheLastReport() throws {
    let report = OutputFolder(folder.path, isWritten: true).report("nb")
    #expect(report.lastReport() == nil)
    #expect(!report.hasReport)
    try folder.write("nb/index.html", "page")
    #expect(report.lastReport() == Array("page".utf8))
    #expect(report.lastReport(atMost: 3) == nil)
    #expect(report.hasReport)
  }

  /// A page that a link leads to may be any file of the user's.
  @Test func givesNoOtherFile() throws {
    try folder.write("private/index.html", "private")
    let report = OutputFolder(folder.path + "/out", isWritten: true).report("nb")
    try folder.write("out/other/x", "")
    try folder.write("index.html", "private")
    for name in ["..", ".", "", "../private"] {
      #expect(
        OutputFolder(folder.path + "/out", isWritten: true).report(name).lastReport() == nil,
        "\(name)")
      #expect(
        !OutputFolder(folder.path + "/out", isWritten: true).report(name).hasReport, "\(name)")
    }
    let page = folder.path + "/out/nb/index.html"
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/out/nb", withDestinationPath: "../private")
    #expect(report.lastReport() == nil && !report.hasReport)
    try FileManager.default.removeItem(atPath: folder.path + "/out/nb")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/out/nb", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: page, withDestinationPath: "../../private/index.html")
    #expect(report.lastReport() == nil && !report.hasReport)
    try FileManager.default.removeItem(atPath: page)
    #expect(mkfifo(page, 0o600) == 0)
    #expect(report.lastReport() == nil && !report.hasReport)
  }

  /// A link may come in the place of the folder while a run is going on.
  @Test func aFolderThatNobodyHasNamedIsNoLink() throws {
    try folder.write("outside/nb/index.html", "page")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/out", withDestinationPath: "outside")
    let named = OutputFolder(folder.path + "/out", isWritten: true)
    #expect(named.report("nb").hasReport)
    let output = OutputFolder(folder.path + "/out", isWritten: false)
    #expect(!output.report("nb").hasReport && output.report("nb").lastReport() == nil)
    let stored = #expect(throws: FileError.self) {
      try output.store.write(
        Entry([]), kind: "a", key: ContentKey.Builder(kind: "a", version: 1).key)
    }
    let published = #expect(throws: FileError.self) {
      try Publication(
        [.init("index.html", [])], in: FolderLocation(folder.path + "/out", isWritten: false),
        as: "nb"
      ).publish()
    }
    for error in [stored, published] {
      #expect(error?.path == folder.path + "/out")
      #expect(error?.reason == .isALink)
    }
    #expect(
      folder.names.filter { $0.hasPrefix("outside/") } == [
        "outside/nb", "outside/nb/index.html",
      ])
  }

  @Test func aStoreBehindALinkIsNotUsed() throws {
    try folder.write("outside/kept", "")
    try folder.write("out/x", "")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/out/.cache", withDestinationPath: "../outside")
    let store = OutputFolder(folder.path + "/out", isWritten: true).store
    let key = ContentKey.Builder(kind: "a", version: 1).key
    let error = try #require(throws: FileError.self) {
      try store.write(Entry([]), kind: "a", key: key)
    }
    #expect(error.reason == .isALink)
    #expect(throws: FileError.self) { try store.clean() }
    #expect(folder.names.filter { $0.hasPrefix("outside") } == ["outside", "outside/kept"])
  }
}
