import Files
import Foundation
import Notebook
import Report
import Testing

/// Images of the prose, in a folder that is made for each test and then removed.
@Suite final class ImageTests {
  let root: URL
  /// The notebook's folder; images outside it lie beside it.
  let folder: String

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "daybook-\(UUID().uuidString)")
    folder = root.appending(path: "notebook").path
    try FileManager.default.createDirectory(
      atPath: folder + "/images", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: folder + "-beside", withIntermediateDirectories: true)
    let files: [(String, [UInt8])] = [
      ("/a.png", Sample.pixel), ("/images/b c.png", Sample.pixel), ("/../out.png", Sample.pixel),
      ("-beside/d.png", Sample.pixel), ("/text.png", Array("text".utf8)),
      ("/e.svg", Array("<?xml version=\"1.0\"?>\n<!-- > -->\n<svg/>".utf8)),
      ("/f.jpg", [0xFF, 0xD8, 0xFF, 0xE0]), ("/g.gif", Array("GIF89a".utf8)),
      ("/h.webp", Array("RIFF0000WEBP".utf8)), ("/page.svg", Array("<html><svg>".utf8)),
      ("/large.png", Sample.pixel + [UInt8](repeating: 0, count: 4 << 20)),
    ]
    for (path, contents) in files {
      try Data(contents).write(to: URL(filePath: folder + path))
    }
    for (link, target) in [
      ("/within.png", "a.png"), ("/out.png", "../out.png"), ("/elsewhere", root.path),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + link, withDestinationPath: target)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private static func blocks(_ path: String) -> [Block] {
    [.quote([.paragraph([.strong([.image(path: path, title: "", [.text("words")])])])])]
  }

  private var readable: ReadableFolders { ReadableFolders(notebookFolder: folder) }

  private func notebook(_ blocks: [Block]) -> Notebook {
    Sample.notebook(path: folder + "/digits.md", blocks)
  }

  @Test(arguments: [
    ("a.png", "image/png"), ("images/b c.png", "image/png"), ("images/b%20c.png", "image/png"),
    ("images/../a.png", "image/png"), ("./a.png", "image/png"), ("within.png", "image/png"),
    ("e.svg", "image/svg+xml"), ("f.jpg", "image/jpeg"), ("g.gif", "image/gif"),
    ("h.webp", "image/webp"),
  ])
  func within(_ path: String, _ type: String) throws {
    #expect(Report.imageProblems(in: notebook(Self.blocks(path)), readable).isEmpty)
    let page = try Report.page(Self.blocks(path), folder: folder)
    let image = try #require(tags(of: page).first { $0.name == "img" })
    #expect(image["src"]?.hasPrefix("data:\(type);base64,") == true)
    #expect(image["alt"] == "words")
    #expect(!page.contains(root.lastPathComponent))
  }

  @Test(arguments: [
    ("/etc/hostname", ImageProblem.Reason.notRelative),
    ("https://example.org/a.png", .notRelative), ("//example.org/a.png", .notRelative),
    ("data:image/png;base64,AA==", .notRelative), ("", .notRelative), ("a.png\0b", .notRelative),
    ("none.png", .notFound), ("a%00.png", .notFound), ("images", .notAFile),
    ("text.png", .unknownFormat), ("page.svg", .unknownFormat),
    ("large.png", .tooLarge(byteCount: 4 << 20 + Sample.pixel.count)),
  ])
  func refused(_ path: String, _ reason: ImageProblem.Reason) throws {
    let problem = ImageProblem(path: path, reason: reason)
    let twice = notebook(Self.blocks(path) + Self.blocks(path))
    #expect(Report.imageProblems(in: twice, readable) == [problem])
    try expectNoImage(path)
  }

  @Test(arguments: [
    "../out.png", "out.png", "elsewhere/out.png", "..%2Fout.png", "../notebook-beside/d.png",
  ])
  func outside(_ path: String) throws {
    #expect(
      problems(path) == [
        """
        image '\(path)' lies outside the notebook's folder, above which there is no .git; \
        move it there, or allow its folder with --allow-read DIR
        """
      ])
    try expectNoImage(path)
  }

  @Test func amongTheRecordsOfVersionControl() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/.git", withIntermediateDirectories: true)
    try Data(Sample.pixel).write(to: URL(filePath: folder + "/.git/config"))
    #expect(
      problems(".git/config") == [
        """
        image '.git/config' lies among the records of version control; \
        name another file: these may hold passwords
        """
      ])
    try expectNoImage(".git/config")
  }

  private func problems(_ path: String) -> [String] {
    Report.imageProblems(in: notebook(Self.blocks(path)), readable).map(\.description)
  }

  private func expectNoImage(_ path: String) throws {
    let page = try Report.page(Self.blocks(path), folder: folder)
    #expect(!page.contains("<img") && page.contains(">image: words</span>"))
  }

  @Test func imagesOfTheProjectAndOfAllowedFolders() throws {
    let written = "../out.png"
    try FileManager.default.createDirectory(
      atPath: root.path + "/.git", withIntermediateDirectories: true)
    #expect(Report.imageProblems(in: notebook(Self.blocks(written)), readable).isEmpty)
    let page = try Report.page(Self.blocks(written), folder: folder)
    #expect(page.contains("<img") && !page.contains("Outside the project"))
    try FileManager.default.removeItem(atPath: root.path + "/.git")
    let allowing = ReadableFolders(notebookFolder: folder, allowed: [root.path])
    let image = notebook(Self.blocks(written))
    #expect(Report.imageProblems(in: image, allowing).isEmpty)
    let allowed = try Report(
      image, Sample.results(), resultsJSON: "{}", readable: allowing
    ).html
    #expect(allowed.contains("<img"))
    #expect(allowed.contains("<dt>Outside the project</dt><dd>../<wbr>out.png"))
    #expect(allowed.contains("--allow-read DIR</code>") && !allowed.contains(root.path))
  }

  @Test func problemsSayWhatToDo() {
    #expect(
      ImageProblem(path: "a.png", reason: .notAFile).description
        == "image 'a.png' is not a file; name the file of an image")
  }

  /// 16 times 4 MiB are 64.
  @Test func imagesOfAPageAreBoundedInAll() throws {
    let image = Sample.pixel + [UInt8](repeating: 0, count: 4 << 20 - Sample.pixel.count)
    try Data(image).write(to: URL(filePath: folder + "/full.png"))
    func shown(_ count: Int, beside others: [Block] = []) -> [Block] {
      Array(repeating: Self.blocks("full.png"), count: count).flatMap(\.self) + others
    }
    #expect(Report.imageProblems(in: notebook(shown(16)), readable).isEmpty)
    let once = notebook(shown(16, beside: Self.blocks("a.png") + Self.blocks("none.png")))
    let size = 64 << 20 + Sample.pixel.count
    #expect(
      Report.imageProblems(in: once, readable)
        == [ImageProblem(path: "a.png", reason: .tooLargeInAll(byteCount: size))])
    #expect(
      Report.imageProblems(in: notebook(shown(17)), readable).first?.description == """
        image 'full.png' brings the images of the page to 71,303,168 bytes, more than it should \
        hold; show fewer or smaller images: the page holds one as often as it is shown, up to 64 \
        MiB in all
        """)
    let page = try Report.page(shown(17), folder: folder)
    #expect(!page.contains("<img") && page.utf8.count < 1 << 20)
  }
}
