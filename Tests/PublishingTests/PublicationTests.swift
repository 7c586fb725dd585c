import Files
import Foundation
import Publishing
import TestFolders
import Testing

@Suite struct PublicationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func publish(
    _ files: [String: String], replacing: [String] = [], account: String? = nil
  ) throws {
    let files = files.sorted { $0.key < $1.key }.map { Publication.File($0, Array($1.utf8)) }
    // The page comes last.
    let ordered =
      files.filter { $0.name != "index.html" } + files.filter { $0.name == "index.html" }
    try Publication(
      ordered, in: FolderLocation(folder.path + "/out"), as: "mnist", replacing: replacing,
      account: account
    ).publish()
  }

  /// Names below the published folder, its own list left out.
  private var published: [String] {
    folder.names.compactMap { name in
      let prefix = "out/mnist/"
      return name.hasPrefix(prefix) && !name.hasSuffix(".daybook-files")
        ? String(name.dropFirst(prefix.count)) : nil
    }
  }

  /// Whether nothing was left beside the folder.
  private var isTidy: Bool {
    !folder.names.contains { $0.contains("daybook-tmp") }
  }

  @Test func appearsInANewFolder() throws {
    try publish(["index.html": "1", "figures/a.png": "a", "results.json": "{}"])
    #expect(published == ["figures", "figures/a.png", "index.html", "results.json"])
    #expect(folder.text("out/mnist/figures/a.png") == "a")
    #expect(isTidy)
  }

  @Test func takesAwayWhatTheLastOneHad() throws {
    try publish(["index.html": "1", "figures/a.png": "a", "old/deep/b.csv": "b"])
    try publish(["index.html": "2", "figures/c.png": "c"])
    #expect(published == ["figures", "figures/c.png", "index.html"])
    #expect(folder.text("out/mnist/index.html") == "2")
    #expect(isTidy)
  }

  /// A run with nothing changed leaves every file as it is, and makes the page as new as itself.
  @Test func writesNothingThatIsThereAlready() throws {
    let page = folder.path + "/out/mnist/index.html"
    func number() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: page)[.systemFileNumber] as? Int
    }
    try publish(
      ["index.html": "1", "figures/a.png": "a", "run.json": "first"], account: "run.json")
    let before = try number()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: page)
    try publish(
      ["index.html": "1", "figures/a.png": "a", "run.json": "again"], account: "run.json")
    #expect(try number() == before)
    #expect(folder.text("out/mnist/run.json") == "again")
    let date = try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
    #expect(date.map { $0.timeIntervalSince1970 > 1000 } == true)
    #expect(isTidy)
  }

  /// A file that was changed, is missing, is one too many or has become a link is put right.
  @Test(arguments: ["changed", "missing", "link", "failed"])
  func publishesWhereSomethingDiffers(fault: String) throws {
    let files = ["index.html": "1", "figures/a.png": "a"]
    try publish(files, replacing: ["failed.html"])
    let figure = folder.path + "/out/mnist/figures/a.png"
    switch fault {
    case "changed": try folder.write("out/mnist/figures/a.png", "b")
    case "failed": try folder.write("out/mnist/failed.html", "no")
    default: try FileManager.default.removeItem(atPath: figure)
    }
    if fault == "link" {
      try folder.write("outside", "a")
      try FileManager.default.createSymbolicLink(
        atPath: figure, withDestinationPath: folder.path + "/outside")
    }
    try publish(files, replacing: ["failed.html"])
    #expect(published == ["figures", "figures/a.png", "index.html"])
    #expect(folder.text("out/mnist/figures/a.png") == "a")
    #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: figure)) == nil)
    #expect(isTidy)
  }

  @Test func keepsWhatIsNotItsOwn() throws {
    try folder.write("out/mnist/notes.txt", "mine")
    try folder.write("out/mnist/index.html", "from before there were lists")
    try folder.write("out/mnist/figures/mine.png", "mine too")
    try folder.write("out/mnist/drafts/deep/a.md", "a")
    let out = folder.path + "/out/mnist"
    try FileManager.default.createSymbolicLink(
      atPath: out + "/link", withDestinationPath: "notes.txt")
    try FileManager.default.createDirectory(
      atPath: out + "/empty", withIntermediateDirectories: false)
    for round in ["1", "2", "3"] {
      try publish(["index.html": round, "figures/a\(round).png": round])
      #expect(
        published == [
          "drafts", "drafts/deep", "drafts/deep/a.md", "empty", "figures",
          "figures/a\(round).png", "figures/mine.png", "index.html", "link", "notes.txt",
        ])
      #expect(folder.text("out/mnist/index.html") == round)
      #expect(folder.text("out/mnist/notes.txt") == "mine")
      #expect(folder.text("out/mnist/link") == "mine")
      #expect(folder.text("out/mnist/figures/mine.png") == "mine too")
      #expect(folder.text("out/mnist/drafts/deep/a.md") == "a")
      #expect(isTidy)
    }
  }

  #if os(Linux)
    @Test func keepsWhatHasNoTextForAName() throws {
      try publish(["index.html": "1"])
      let name = [UInt8]((folder.path + "/out/mnist/").utf8) + [0xFF, 0]
      func call(_ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        name.withUnsafeBytes { body($0.bindMemory(to: CChar.self).baseAddress!) }
      }
      try #require(call { mkdir($0, 0o700) } == 0)
      try publish(["index.html": "2"])
      #expect(folder.text("out/mnist/index.html") == "2")
      #expect(call { access($0, F_OK) } == 0)
      #expect(call { rmdir($0) } == 0)
    }
  #endif

  @Test func replacesTheReportOfAFailedRun() throws {
    try publish(["index.html": "1"])
    try AtomicFile.write(folder.path + "/out/mnist/failed.html", [1])
    try publish(["index.html": "2"], replacing: ["failed.html"])
    #expect(published == ["index.html"])
  }

  /// A pipe has no second name, so the files move in one by one.
  @Test func movesFilesWhereFoldersCannotTradePlaces() throws {
    try publish(["index.html": "1", "figures/a.png": "a", "old/deep/b.csv": "b"])
    try folder.write("out/mnist/notes.txt", "mine")
    #expect(mkfifo(folder.path + "/out/mnist/pipe", 0o600) == 0)
    try publish(["index.html": "2", "figures/c.png": "c"])
    #expect(published == ["figures", "figures/c.png", "index.html", "notes.txt", "pipe"])
    #expect(folder.text("out/mnist/index.html") == "2")
    #expect(isTidy)
    try publish(["index.html": "3"])
    #expect(published == ["index.html", "notes.txt", "pipe"])
  }

  /// The output folder is a path of the user's own.
  @Test func followsALinkToTheOutputFolder() throws {
    try folder.write("elsewhere/mnist/notes.txt", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/out", withDestinationPath: "elsewhere")
    try publish(["index.html": "1"])
    #expect(folder.text("elsewhere/mnist/index.html") == "1")
    #expect(folder.text("elsewhere/mnist/notes.txt") == "mine")
    #expect(isTidy)
  }

  /// A list from elsewhere cannot reach out of the folder.
  @Test func doesNotBelieveTheList() throws {
    try folder.write("out/precious.txt", "kept")
    try folder.write("out/mnist/.daybook-files", "../precious.txt\n/etc/x\nnotes.txt/../a\n\n")
    try folder.write("out/mnist/notes.txt", "kept")
    try publish(["index.html": "1"])
    #expect(folder.text("out/precious.txt") == "kept")
    #expect(folder.text("out/mnist/notes.txt") == "kept")
  }

  @Test(arguments: [
    ("../x", "cannot write ../x: the name is not within the folder"),
    ("/x", "cannot write /x: the name is not within the folder"),
    ("a//b", "cannot write a//b: the name is not within the folder"),
    ("", "cannot write : the name is not within the folder"),
    (".daybook-files", "cannot write .daybook-files: the name is not within the folder"),
  ])
  func refusesNamesThatLeadOut(name: String, message: String) throws {
    try publish(["index.html": "1"])
    let error = try #require(throws: FileError.self) {
      try publish(["index.html": "2", name: "x"])
    }
    #expect(error.message == message)
    #expect(folder.text("out/mnist/index.html") == "1")
  }

  @Test func refusesTwoFilesOfAName() throws {
    let files = [Publication.File("a", [1]), Publication.File("a", [2])]
    let error = try #require(throws: FileError.self) {
      try Publication(files, in: FolderLocation(folder.path), as: "out").publish()
    }
    #expect(error.message == "cannot write a: two files have this name")
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: [
    // What is in the way, and what is said.
    ("out/mnist", "cannot replace ~/out/mnist: it is a file, not a folder"),
    ("out/mnist/index.html/x", "cannot replace ~/out/mnist/index.html: it is a folder"),
    ("out/mnist/figures", "cannot create ~/out/mnist/figures: it is a file, not a folder"),
    ("out/mnist/.daybook-files/x", "cannot replace ~/out/mnist/.daybook-files: it is a folder"),
    ("out", "cannot create ~/out: it is a file, not a folder"),
  ])
  func leavesThingsAsTheyAreWhenSomethingIsInTheWay(name: String, message: String) throws {
    try folder.write(name, "mine")
    let before = folder.names
    let error = try #require(throws: FileError.self) {
      try publish(["index.html": "1", "figures/a.png": "a"])
    }
    #expect(error.message.replacing(folder.path, with: "~") == message)
    #expect(folder.names == before)
    #expect(folder.text(name) == "mine")
  }

  /// A folder that has the name of a file of before is somebody's own.
  @Test func keepsFoldersWhereItsFilesWere() throws {
    try publish(["index.html": "1", "figures/a.png": "a", "old.csv": "1"])
    try FileManager.default.removeItem(atPath: folder.path + "/out/mnist/old.csv")
    try FileManager.default.removeItem(atPath: folder.path + "/out/mnist/figures/a.png")
    for name in ["old.csv", "failed.html", "figures/a.png"] {
      try folder.write("out/mnist/\(name)/mine", "mine")
    }
    for text in ["2", "3"] {
      try Publication(
        [.init("index.html", Array(text.utf8))], in: FolderLocation(folder.path + "/out"),
        as: "mnist", replacing: ["failed.html"]
      ).publish()
      #expect(folder.text("out/mnist/index.html") == text)
      for name in ["old.csv", "failed.html", "figures/a.png"] {
        #expect(folder.text("out/mnist/\(name)/mine") == "mine", "\(name)")
      }
    }
  }

  @Test func takesAwayWhatKilledRunsLeft() throws {
    try publish(["index.html": "1"])
    let left = "out/.mnist.99-1.daybook-tmp"
    try folder.write("\(left)/.daybook-files", "index.html\nfigures/a.png\n")
    try folder.write("\(left)/index.html", "half")
    try folder.write("\(left)/figures/a.png", "half")
    let young = "out/.mnist.99-2.daybook-tmp"
    try folder.write("\(young)/index.html", "being written")
    let strange = "out/.mnist.99-3.daybook-tmp"
    try folder.write("\(strange)/thesis.txt", "only copy")
    try folder.setTime(left, 1_000)
    try folder.setTime(strange, 1_000)
    try publish(["index.html": "2"])
    #expect(
      folder.names.filter { $0.contains("daybook-tmp") } == [
        young, "\(young)/index.html", strange, "\(strange)/thesis.txt",
      ])
  }

  /// Where files moved in one by one, what was left is within the folder.
  @Test func takesAwayWhatKilledRunsLeftWithin() throws {
    try publish(["index.html": "1"])
    let left = "out/mnist/.report.99-1.daybook-tmp"
    try folder.write("\(left)/.daybook-files", "index.html\n")
    try folder.write("\(left)/index.html", "half")
    try folder.setTime(left, 1_000)
    try publish(["index.html": "2"])
    #expect(published == ["index.html"])
  }

  /// The account of a run is written anew where nothing else has changed.
  @Test func takesAwayWhatWasBeingWrittenOfTheAccount() throws {
    let files = ["index.html": "1", "run.json": "1"]
    try publish(files, account: "run.json")
    let names = ["run.json", "thesis.txt"].map { "out/mnist/.\($0).99-1.daybook-tmp" }
    for name in names {
      try folder.write(name, "half")
      try folder.setTime(name, 1_000)
    }
    try publish(files, account: "run.json")
    #expect(folder.names.filter { $0.contains("daybook-tmp") } == [names[1]])
  }

  /// What may still be written stays: an hour is given.
  @Test func leavesWhatIsNotAnHourOld() throws {
    try publish(["index.html": "1"])
    let left = "out/.mnist.99-1.daybook-tmp"
    try folder.write("\(left)/.daybook-files", "index.html\n")
    try folder.write("\(left)/index.html", "half")
    try folder.setTime(left, Date().timeIntervalSince1970 - 3_400)
    try publish(["index.html": "2"])
    #expect(folder.names.contains(left))
    try folder.setTime(left, Date().timeIntervalSince1970 - 3_700)
    try publish(["index.html": "3"])
    #expect(!folder.names.contains(left))
  }

  @Test func keepsPermissionsOfFolders() throws {
    try publish(["index.html": "1"])
    try folder.write("out/mnist/drafts/a.md", "a")
    for (name, mode) in [("out/mnist", 0o750), ("out/mnist/drafts", 0o711)] {
      chmod("\(folder.path)/\(name)", mode_t(mode))
    }
    try publish(["index.html": "2"])
    for (name, mode) in [("out/mnist", 0o750), ("out/mnist/drafts", 0o711)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(name)")
    }
  }

  /// Readers and other writers never see a mixture.
  @Test func neverMixesTwoRuns() async throws {
    try publish(["a.txt": "0", "b/b.txt": "0"])
    try folder.write("out/mnist/notes.txt", "mine")
    let output = FolderLocation(folder.path + "/out")
    await withTaskGroup(of: Void.self) { group in
      for writer in 1...4 {
        group.addTask {
          for round in 0..<10 {
            let bytes = Array("\(writer)-\(round)".utf8)
            let files = [Publication.File("a.txt", bytes), Publication.File("b/b.txt", bytes)]
            #expect(throws: Never.self) {
              try Publication(files, in: output, as: "mnist").publish()
            }
          }
        }
      }
    }
    #expect(folder.text("out/mnist/a.txt") == folder.text("out/mnist/b/b.txt"))
    #expect(published == ["a.txt", "b", "b/b.txt", "notes.txt"])
    #expect(folder.text("out/mnist/notes.txt") == "mine")
    #expect(isTidy)
  }
}
