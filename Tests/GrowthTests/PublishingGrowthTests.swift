import CWork
import Files
import Publishing
import TestFolders
import Testing

/// Publishing takes work in proportion to what it finds in a folder.
@Suite(.serialized, .enabled(if: work_counts_bytes())) struct PublishingGrowthTests {
  @Test("A list of published files may name folders of any depth")
  func deepNames() throws {
    let folder = try TemporaryFolder()
    func publish(_ depth: Int) throws -> Work {
      let name = String(repeating: "a/", count: depth) + "a"
      try folder.write("out/nb/.daybook-files", "\(name)\nindex.html\n")
      let (result, work) = Work.counted { [path = folder.path] in
        try Publication(
          [.init("figures/a.png", [1]), .init("index.html", [2])],
          in: FolderLocation(path + "/out"), as: "nb"
        ).publish()
      }
      try result.get()
      return work
    }
    _ = try publish(1)
    let work = try [2000, 4000, 8000].map(publish)
    let bytes = Growth(figures: work.map(\.bytes))
    #expect(bytes.isLinear(slack: 1 << 20), "\(bytes) bytes")
    let steps = Growth(figures: work.map(\.steps))
    #expect(steps.isLinear(slack: 100_000), "\(steps) steps")
    #expect(folder.text("out/nb/figures/a.png") == "\u{1}")
  }
}
