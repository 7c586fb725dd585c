import Files
import Foundation
import TestFolders
import Testing

/// Where a notebook may read files; it lies in `project/notebooks` unless a test says otherwise.
@Suite struct ReadableFoldersTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "project/.git/config", "project/notebooks/data/a.csv", "project/Sources/a.swift",
      "project-two/a.swift", "elsewhere/a.csv", "elsewhere/.git/config",
    ] {
      try folder.write(name, "x")
    }
    for (link, target) in [
      ("project/notebooks/within", "../Sources"), ("project/notebooks/out", "../../elsewhere"),
      ("project/notebooks/out.csv", "../../elsewhere/a.csv"), ("to-notebooks", "project/notebooks"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: target)
    }
  }

  private func standing(
    _ written: String, in notebooks: String = "project/notebooks", allowed: String...
  ) -> ReadableFolders.Standing {
    let readable = ReadableFolders(
      notebookFolder: folder.path + "/" + notebooks,
      allowed: allowed.map { folder.path + "/" + $0 })
    return readable.standing(ofFileAt: readable.path(written))
  }

  @Test(arguments: [
    ("data/a.csv", ReadableFolders.Standing.project), ("../Sources/a.swift", .project),
    ("within/a.swift", .project), ("../Sources/../notebooks/data/a.csv", .project),
    ("data", .project), ("..", .project), ("none.csv", .project), ("none/deep/er.csv", .project),
    ("../../project/Sources/a.swift", .project), ("../.gitignore", .project),
    ("out.csv", .outside), ("out/a.csv", .outside), ("out/none.csv", .outside),
    ("../../elsewhere/a.csv", .outside), ("../../project-two/a.swift", .outside),
    ("../..", .outside), ("../../none/a.csv", .outside), ("/etc/passwd", .outside),
    ("/none/none", .outside), ("/proc/self/environ", .outside), ("/dev/fd/0", .outside),
    ("data/a.csv\0", .outside), (String(repeating: "a/", count: 3_000), .outside),
    ("../.git/config", .versionControl), ("../.git", .versionControl),
    ("../.git/none", .versionControl), ("within/../.GIT/x", .outside),
  ])
  func beneathTheProject(_ written: String, _ expected: ReadableFolders.Standing) {
    // A link is followed before what is behind it: 'within/..' is where 'Sources' lies.
    let isCaseBlind = FileManager.default.fileExists(atPath: folder.path + "/PROJECT")
    guard written != "within/../.GIT/x" else {
      #expect(standing(written) == (isCaseBlind ? .versionControl : .project))
      return
    }
    #expect(standing(written) == expected, "\(written)")
  }

  @Test("The notebook's folder may be reached by a link, and need not be in a project")
  func otherFolders() throws {
    #expect(standing("../Sources/a.swift", in: "to-notebooks") == .project)
    try folder.write("loose/notebooks/nb.md", "x")
    #expect(standing("nb.md", in: "loose/notebooks") == .project)
    #expect(standing("../a.csv", in: "loose/notebooks") == .outside)
    #expect(standing("a.csv", in: "none") == .outside)
  }

  @Test("Folders that are allowed may be read, and what lies beneath them")
  func allowedFolders() {
    #expect(standing("out/a.csv", allowed: "elsewhere") == .allowed)
    #expect(standing("../../elsewhere/a.csv", allowed: "none", "elsewhere/") == .allowed)
    #expect(standing("../../elsewhere/.git/config", allowed: "elsewhere") == .versionControl)
    #expect(standing("../../project-two/a.swift", allowed: "project-two/a.swift") == .allowed)
    #expect(standing("../../project-two/a.swift", allowed: "elsewhere") == .outside)
    #expect(standing("data/a.csv", allowed: "project") == .project)
    #expect(standing("/etc/passwd", allowed: "../../../../../..") == .allowed)
  }

  @Test("What the command line names may be read, with all that is in it")
  func namedFiles() {
    var readable = ReadableFolders(notebookFolder: folder.path + "/project/notebooks")
    readable.name("../../elsewhere")
    #expect(readable.standing(ofFileAt: folder.path + "/elsewhere/a.csv") == .named)
    #expect(readable.refusal(ofFileAt: folder.path + "/elsewhere/a.csv") == nil)
    #expect(readable.standing(ofFileAt: folder.path + "/project-two/a.swift") == .outside)
  }

  @Test("What the command line names and is not there is not told to lie elsewhere")
  func namedInVain() {
    var readable = ReadableFolders(notebookFolder: folder.path + "/project/notebooks")
    readable.name("../../elsewhere/none")
    #expect(readable.refusal(ofFileAt: readable.path("../../elsewhere/none")) == nil)
    #expect(readable.standing(ofFileAt: folder.path + "/elsewhere/a.csv") == .outside)
  }

  @Test("A refusal says what may be read, and what to do")
  func words() {
    let readable = ReadableFolders(notebookFolder: folder.path + "/project/notebooks")
    let refusal = readable.refusal(ofFileAt: "/etc/passwd")
    #expect(refusal?.fact == "lies outside the project, the folder that holds .git")
    #expect(refusal?.help == "move it there, or allow its folder with --allow-read DIR")
    #expect(
      readable.refusal(ofFileAt: folder.path + "/project/.git/config")?.fact
        == "lies among the records of version control")
    let loose = ReadableFolders(notebookFolder: folder.path + "/elsewhere/none/..")
    #expect(loose.refusal(ofFileAt: folder.path)?.fact.hasPrefix("lies outside") == true)
  }
}
