import Files
import Foundation
import Publishing
import TestFolders
import Testing

/// An output folder that came with links in it: nothing outside of it is written or deleted.
@Suite struct StrangeLinkTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("outside/secret.txt", "precious")
    try folder.write("outside/index.html", "precious")
    try folder.write("outside/figures/a.png", "precious")
  }

  private func publish(_ files: [String] = ["figures/a.png", "index.html"]) throws {
    try Publication(
      files.map { Publication.File($0, Array("new".utf8)) },
      in: FolderLocation(folder.path + "/out"), as: "nb",
      replacing: ["failed.html"]
    ).publish()
  }

  /// Makes a link below the output folder, written as a path from there.
  private func link(_ name: String, to target: String) throws {
    let path = folder.path + "/out/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  private func expectNothingOutsideHasChanged(sourceLocation: SourceLocation = #_sourceLocation) {
    for name in ["secret.txt", "index.html", "figures/a.png"] {
      #expect(folder.text("outside/\(name)") == "precious", sourceLocation: sourceLocation)
    }
    #expect(
      folder.names.filter { $0.hasPrefix("outside/") } == [
        "outside/figures", "outside/figures/a.png", "outside/index.html", "outside/secret.txt",
      ], sourceLocation: sourceLocation)
  }

  /// A pipe makes the files move in one by one.
  private func makePipe() {
    #expect(mkfifo(folder.path + "/out/nb/pipe", 0o600) == 0)
  }

  @Test(arguments: [false, true])
  func aListedFileThroughALinkedFolderStays(hasPipe: Bool) throws {
    try publish()
    if hasPipe { makePipe() }
    try link("nb/link", to: "../../outside")
    let list = try #require(folder.text("out/nb/.daybook-files"))
    try folder.write(
      "out/nb/.daybook-files", list + "link/secret.txt\nlink/figures/a.png\nlink/figures\n")
    try publish()
    expectNothingOutsideHasChanged()
    #expect(folder.text("out/nb/index.html") == "new")
  }

  @Test func aLinkInPlaceOfTheFiguresIsTold() throws {
    try link("nb/figures", to: "../../outside/figures")
    let error = try #require(throws: FileError.self) { try publish() }
    #expect(error.message == "cannot create \(folder.path)/out/nb/figures: it is a link")
    #expect(error.help == "no link is followed there; remove it")
    expectNothingOutsideHasChanged()
  }

  @Test func aLinkThatIsListedIsReplaced() throws {
    try link("nb/figures", to: "../../outside/figures")
    try folder.write("out/nb/.daybook-files", "figures\n")
    try publish()
    #expect(folder.text("out/nb/figures/a.png") == "new")
    expectNothingOutsideHasChanged()
  }

  @Test func aLinkInPlaceOfTheReportIsTold() throws {
    try link("nb", to: "../outside")
    let error = try #require(throws: FileError.self) { try publish() }
    #expect(error.message == "cannot replace \(folder.path)/out/nb: it is a link")
    expectNothingOutsideHasChanged()
  }

  @Test(arguments: [false, true])
  func aLinkInPlaceOfAPageIsReplaced(hasPipe: Bool) throws {
    try publish()
    if hasPipe { makePipe() }
    try link("nb/index.html", to: "../../outside/index.html")
    try link("nb/failed.html", to: "../../outside/secret.txt")
    try publish()
    #expect(folder.text("out/nb/index.html") == "new")
    #expect(!folder.names.contains("out/nb/failed.html"))
    expectNothingOutsideHasChanged()
  }

  @Test func whatKilledRunsLeftIsNotBelieved() throws {
    try publish()
    let left = "out/.nb.99-1.daybook-tmp"
    try folder.write("\(left)/.daybook-files", "link/secret.txt\n")
    try link(".nb.99-1.daybook-tmp/link", to: "../../outside")
    try folder.setTime(left, 1_000)
    try link(".nb.99-2.daybook-tmp", to: "../outside")
    try publish()
    expectNothingOutsideHasChanged()
  }

  @Test(arguments: ["..", ".", "", "a/b", "x\n"])
  func theNameOfAReportStaysInTheFolder(name: String) throws {
    try folder.write("out/kept", "")
    let error = try #require(throws: FileError.self) {
      try Publication([], in: FolderLocation(folder.path + "/out"), as: name).publish()
    }
    #expect(error.reason == .badName)
    #expect(folder.names.filter { $0.hasPrefix("out/") } == ["out/kept"])
    expectNothingOutsideHasChanged()
  }
}
