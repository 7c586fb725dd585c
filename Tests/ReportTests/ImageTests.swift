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
    #expect(Report.imageProblems(in: notebook(Self.blocks(path))).isEmpty)
    let page = try Report.page(Self.blocks(path), folder: folder)
    let image = try #require(tags(of: page).first { $0.name == "img" })
    #expect(image["src"]?.hasPrefix("data:\(type);base64,") == true)
    #expect(image["alt"] == "words")
    #expect(!page.contains(root.lastPathComponent))
  }

  @Test(arguments: [
    ("../out.png", ImageProblem.Reason.outsideFolder), ("out.png", .outsideFolder),
    ("elsewhere/out.png", .outsideFolder), ("..%2Fout.png", .outsideFolder),
    ("../notebook-beside/d.png", .outsideFolder), ("/etc/hostname", .notRelative),
    ("https://example.org/a.png", .notRelative), ("//example.org/a.png", .notRelative),
    ("data:image/png;base64,AA==", .notRelative), ("", .notRelative), ("a.png\0b", .notRelative),
    ("none.png", .notFound), ("a%00.png", .notFound), ("images", .notAFile),
    ("text.png", .unknownFormat), ("page.svg", .unknownFormat),
    ("large.png", .tooLarge(byteCount: 4 << 20 + Sample.pixel.count)),
  ])
  func refused(_ path: String, _ reason: ImageProblem.Reason) throws {
    let problem = ImageProblem(path: path, reason: reason)
    let twice = notebook(Self.blocks(path) + Self.blocks(path))
    #expect(Report.imageProblems(in: twice) == [problem])
    let page = try Report.page(Self.blocks(path), folder: folder)
    #expect(!page.contains("<img") && page.contains(">image: words</span>"))
  }

  @Test func problemsSayWhatToDo() {
    #expect(
      ImageProblem(path: "a.png", reason: .outsideFolder).description == """
        image 'a.png' lies outside the notebook's folder; put the image into the notebook's \
        folder and write its path from there
        """)
  }
}
