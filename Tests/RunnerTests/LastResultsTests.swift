import Figures
import Foundation
import Plan
import Results
import Runner
import TestFolders
import Testing

/// What an editor shows of the last run, as files change behind its back.
@Suite struct LastResultsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["cats/1", "cats/2", "dogs/1"] {
      let image = PixelImage(width: 1, height: 1, pixels: [0xFF00_0000 + UInt32(name.utf8.count)])
      try folder.write("pics/\(name).png", try PNGEncoder.encode(image))
    }
  }

  @Test("A step has changed where an image of a class was overwritten, came or went")
  func images() async throws {
    let store = TemporaryStore()
    let text = "```load\nimages: pics\n```"
    func standing() throws -> LastResults.Standing? {
      let plan = try plan(text, folder: folder.path)
      return LastResults(PlanSketch(plan), ResultMemory(store.store), version: "1")[StepID("load")]?
        .standing
    }
    #expect(try standing() == .neverRun)
    let runner = Runner(store: store.store, version: "1", threads: 1)
    #expect(await runner.run(try plan(text, folder: folder.path)).results.isComplete)
    #expect(try standing() == .current)
    // Times are only as fine as the file system keeps them, so changes are put well after the run.
    let later = Date.now.timeIntervalSince1970 + 3600
    for name in ["pics/cats/2.png", "pics/cats", "pics/dogs", "pics"] {
      try folder.setTime(name, later)
      #expect(try standing() == .changed(why: "file changed: pics/"))
      try folder.setTime(name, later - 7200)
      #expect(try standing() == .current)
    }
  }
}
