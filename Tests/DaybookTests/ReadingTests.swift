import Foundation
import Testing

/// A notebook reads files of its project, and others only where whoever runs it allows that.
@Suite struct ReadingTests {
  /// A bench with a project, and beside it a folder with a file, data and an image.
  private static func bench(isProject: Bool = true) throws -> Workbench {
    let bench = try Workbench()
    if isProject { try bench.write("[remote] url = https://me:secret@x\n", to: "p/.git/config") }
    try bench.write("inner = 1\n", to: "p/a.py")
    try bench.write("outer = 2\n", to: "elsewhere/b.py")
    try bench.write("label,pixel0\n3,7\n", to: "elsewhere/d.csv")
    for (link, target) in [("p/nb/out.py", "../../elsewhere/b.py"), ("p/nb/out", "/etc")] {
      let path = bench.folder.appending(path: link)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: path.path(), withDestinationPath: target)
    }
    return bench
  }

  @Test("A notebook that is a link leads no further than its project", arguments: ["run", "check"])
  func linkedNotebook(_ command: String) throws {
    let bench = try Workbench()
    try bench.write("Elsewhere\n", to: "secret.txt")
    try bench.write("Here\n", to: "project/notebooks/own.md")
    try bench.write("", to: "project/.git/HEAD")
    for (name, target) in [("foreign.md", "../secret.txt"), ("linked.md", "notebooks/own.md")] {
      try FileManager.default.createSymbolicLink(
        atPath: bench.folder.appending(path: "project/\(name)").path(),
        withDestinationPath: target)
    }
    let foreign = try bench.daybook(command, "project/foreign.md")
    #expect(foreign.status == 2)
    #expect(
      foreign.error.hasPrefix(
        "project/foreign.md: error: is a link, and the file that it leads to lies outside"),
      "\(foreign.error)")
    #expect(!bench.exists("output"))
    #expect(try bench.daybook(command, "project/linked.md").status == 0)
    #expect(try bench.daybook(command, "project/foreign.md", "--allow-read", ".").status == 0)
  }

  @Test(
    "What lies elsewhere is refused before anything runs, at its place, with what to do",
    arguments: [
      "source\nfile: /etc/passwd", "source\nfile: ../../elsewhere/b.py", "source\nfile: out.py",
      "source\nfile: out/passwd", "source\nfile: /proc/self/environ", "load\ncsv: /etc/passwd",
      "load\nmnist: ../../elsewhere", "load\ncsv: ../../elsewhere/d.csv", "load\nmnist: /proc/self",
    ])
  func refused(step: String) throws {
    let bench = try Self.bench()
    try bench.write("```\(step)\n```\n", to: "p/nb/nb.md")
    let option = step.split(separator: "\n")[1].split(separator: " ")
    for arguments in [["check"], ["run"], ["run", "--dry-run"]] {
      let outcome = try bench.run(Workbench.program.path(), arguments + ["p/nb/nb.md"])
      #expect(outcome.status == 2)
      #expect(
        outcome.error == """
          p/nb/nb.md:2:\(option[0].count + 2): error: '\(option[1])' lies outside the project, the \
          folder that holds .git
              2 | \(option[0]) \(option[1])
                | \(String(repeating: " ", count: option[0].count + 1))\
          ^\(String(repeating: "~", count: option[1].count - 1)) move it there, or allow its folder with \
          --allow-read DIR


          """)
    }
    #expect(!bench.exists("output/nb"))
  }

  @Test("The records of version control are never read; the rest of the project is")
  func project() throws {
    let bench = try Self.bench()
    try bench.write("```source\nfile: ../.git/config\n```\n", to: "p/nb/nb.md")
    let outcome = try bench.daybook("run", "p/nb/nb.md")
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("'../.git/config' lies among the records of version control"))
    try bench.write("```source\nfile: ../a.py\n```\n", to: "p/nb/nb.md")
    #expect(try bench.daybook("run", "p/nb/nb.md").status == 0)
    // Without a project, the notebook's folder is all that there is.
    let loose = try Self.bench(isProject: false)
    try loose.write("```source\nfile: ../a.py\n```\n", to: "p/nb/nb.md")
    let refused = try loose.daybook("check", "p/nb/nb.md")
    #expect(refused.status == 2)
    #expect(
      refused.error.contains(
        "'../a.py' lies outside the notebook's folder, above which there is no .git"))
  }

  @Test("--allow-read DIR lets more be read, and the page says so without the machine's path")
  func allowed() throws {
    let bench = try Self.bench()
    let text = "```source\nfile: ../../elsewhere/b.py\n```\n\n```source\nfile: ../a.py\n```\n"
    try bench.write(text, to: "p/nb/nb.md")
    let absolute = bench.folder.appending(path: "elsewhere").path()
    var pages: [Data] = []
    for folder in ["elsewhere", "p/../elsewhere/", absolute] {
      let outcome = try bench.daybook("run", "p/nb/nb.md", "--allow-read", folder)
      #expect(outcome.status == 0, "\(outcome.error)")
      pages.append(try bench.read("output/nb/index.html"))
    }
    #expect(Set(pages).count == 1)
    let page = String(decoding: pages[0], as: UTF8.self)
    #expect(page.contains("outer") && !page.contains(bench.folder.lastPathComponent))
    let row = "<dt>Outside the project</dt><dd>../<wbr>../<wbr>elsewhere/<wbr>b.py: allowed by"
    #expect(page.contains(row), "\(page.suffix(3000))")
    #expect(page.contains("daybook run nb/nb.md --allow-read DIR"))
    #expect(try bench.daybook("check", "p/nb/nb.md", "--allow-read", "elsewhere").status == 0)
    let missing = try bench.daybook("run", "p/nb/nb.md", "--allow-read", "none")
    #expect(missing.status == 2)
    #expect(missing.error.hasPrefix("Error: --allow-read none: it does not exist"))
  }

  @Test("A file that the command line names is read wherever it lies")
  func named() throws {
    let bench = try Self.bench()
    try bench.write("```source\nfile: ../a.py\n```\n", to: "p/nb/nb.md")
    let other = bench.folder.appending(path: "elsewhere/b.py").path()
    let outcome = try bench.daybook("run", "p/nb/nb.md", "--set", "source.file=\(other)")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      String(decoding: try bench.read("output/nb/index.html"), as: UTF8.self).contains("outer"))
  }

  @Test("A link within a folder of data is followed before it is judged")
  func linkedData() throws {
    let bench = try Workbench.withMNIST()
    let labels = bench.folder.appending(path: "mnist/t10k-labels-idx1-ubyte.gz")
    try bench.write(Data(contentsOf: labels), to: "../\(bench.folder.lastPathComponent)-labels")
    defer {
      try? FileManager.default.removeItem(atPath: bench.folder.path() + "-labels")
    }
    try FileManager.default.removeItem(at: labels)
    try FileManager.default.createSymbolicLink(
      atPath: labels.path(),
      withDestinationPath: "../../\(bench.folder.lastPathComponent)-labels")
    try bench.write("```load\nmnist: mnist\n```\n", to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.status == 1)
    #expect(
      outcome.error.contains(
        "nb.md:2:8: error: step 'load': 'mnist/t10k-labels-idx1-ubyte.gz' lies outside"),
      "\(outcome.error)")
    #expect(!outcome.error.contains("not run before"), "\(outcome.error)")
  }

  @Test(
    "Of a folder of a class that leads outside, no name is told",
    arguments: ["pics/birds", "more/dogs"])
  func linkedClass(link: String) throws {
    let bench = try Workbench()
    let outside = bench.folder.path() + "-outside"
    defer { try? FileManager.default.removeItem(atPath: outside) }
    for name in [
      "pics/cats/1.png", "pics/dogs/1.png", "more/9.png",
      "../\(outside.split(separator: "/").last ?? "")/secret.png",
    ] {
      try bench.write("", to: name)
    }
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.appending(path: link).path(), withDestinationPath: outside)
    try bench.write("```load\nimages: pics\ntest: more\n```\n", to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.status == 1)
    #expect(
      outcome.error.contains("step 'load': '\(link)' lies outside"), "\(outcome.error)")
    #expect(!outcome.error.contains("secret"), "\(outcome.error)")
  }

  @Test(
    "--max-memory takes sizes, and refuses what is none",
    arguments: [
      ("2G", true), ("500m", true), ("3000000000", true), ("1T", true), ("0", false), ("2X", false),
      ("-1G", false), ("G", false), ("99999999999T", false),
    ])
  func sizes(size: String, isRight: Bool) throws {
    let bench = try Workbench()
    try bench.write("Text\n", to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md", "--max-memory=\(size)")
    #expect(outcome.status == (isRight ? 0 : 2))
    #expect(isRight || outcome.error.contains("write a whole number with K, M, G or T, such as 2G"))
  }
}
