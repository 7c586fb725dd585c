import Files
import Foundation
import TestFolders
import Testing

/// A folder of folders of images tells by its signature that any of them has changed.
@Suite struct TreeSignatureTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["cats/1.png", "cats/2.png", "dogs/1.png", "3.png", ".cache/x", "dogs/old/1.png"] {
      try folder.write("data/" + name, "old")
      try folder.setTime("data/" + name, 1_000_000_000)
    }
    for name in ["cats", "dogs", "dogs/old", ".cache", "."] {
      try folder.setTime("data/" + name, 1_000_000_000)
    }
  }

  private var signature: TreeSignature? { TreeSignature(folder.path + "/data") }

  @Test("An image that is overwritten, comes or goes shows", arguments: ["cats/1.png", "3.png"])
  func images(name: String) throws {
    let first = try #require(signature)
    #expect(signature == first)
    #expect(first.modified == 1_000_000_000_000_000_000)
    try folder.write("data/" + name, "new")
    let second = try #require(signature)
    #expect(second != first)
    #expect(second.modified > first.modified)
    try FileManager.default.removeItem(atPath: folder.path + "/data/" + name)
    let third = try #require(signature)
    #expect(third != second)
    #expect(third.modified >= second.modified && third.count == second.count - 1)
    try folder.write("data/" + name, "new")
    #expect(signature != third)
  }

  @Test("What is hidden or lies deeper does not", arguments: [".cache/x", "dogs/old/1.png"])
  func others(name: String) throws {
    let first = signature
    try folder.write("data/" + name, "new")
    #expect(signature == first)
  }

  @Test("A file has one, and nothing has none")
  func files() throws {
    let path = folder.path + "/data/3.png"
    let first = TreeSignature(path)
    #expect(first != nil && first?.count == 1)
    try folder.write("data/3.png", "newer")
    #expect(TreeSignature(path) != first)
    #expect(TreeSignature(folder.path + "/nothing") == nil)
  }

  @Test("A link is what it is, wherever it leads")
  func links() throws {
    try folder.write("outside/1.png", "old")
    for (link, target) in [
      ("data/linked", "../outside"), ("data/cats/3.png", "../../outside/1.png"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: target)
    }
    let first = try #require(signature)
    try folder.write("outside/1.png", "newer")
    #expect(signature == first)
    try FileManager.default.removeItem(atPath: folder.path + "/data/cats/3.png")
    #expect(signature != first)
    // Who names a link means what it leads to.
    let named = TreeSignature(folder.path + "/data/linked")
    try folder.write("outside/1.png", "newest")
    #expect(TreeSignature(folder.path + "/data/linked") != named)
  }
}
