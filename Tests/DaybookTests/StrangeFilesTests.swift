import Foundation
import Testing

/// Files and folders from elsewhere that are not what they seem.
@Suite struct StrangeFilesTests {
  @Test("Links in an output folder from elsewhere lead nowhere")
  func strangeLinks() throws {
    let bench = try Workbench()
    try bench.write("Text\n", to: "nb.md")
    try bench.write("precious", to: "victim")
    try bench.write("", to: "output/.cache/x")
    try FileManager.default.createSymbolicLink(
      atPath: bench.folder.appending(path: "output/.cache/nb.lock").path(),
      withDestinationPath: "../../victim")
    let locked = try bench.daybook("run", "nb.md")
    #expect(locked.status == 4)
    #expect(
      locked.error
        == "error: cannot lock output/.cache/nb.lock: it is a link; no link is followed there; remove it\n"
    )
    #expect(try bench.read("victim") == Data("precious".utf8))
    try bench.write("Text\n", to: "...md")
    let named = try bench.daybook("run", "...md")
    #expect(named.status == 2)
    #expect(named.error.contains("called '..'"), "\(named.error)")
    #expect(!bench.exists("index.html") && !bench.exists("output/nb"))
  }

  @Test("What may not be read is told as that, not as missing")
  func unreadable() throws {
    let bench = try Workbench()
    try bench.write("![words](shut/a.png)\n", to: "image.md")
    try bench.write("```load\nmnist: shut\n```\n", to: "data.md")
    try bench.write("```source\nfile: shut/a.swift\n```\n", to: "source.md")
    try bench.write("Text\n", to: "shut/nb.md")
    try bench.write("", to: "shut/a.png")
    for command in [
      "check image.md", "run data.md", "run source.md", "run shut/nb.md", "new shut/x",
    ] {
      let outcome = try bench.restricted(
        "chmod 0 shut; \"$DAYBOOK\" \(command); status=$?; chmod 755 shut; exit $status")
      #expect(outcome.status != 0)
      #expect(
        outcome.error.localizedCaseInsensitiveContains("permission denied"), "\(outcome.error)")
    }
  }

  @Test("A stored result that may not be read is told as that, not as damaged")
  func unreadableStore() throws {
    let bench = try Workbench()
    try bench.write("a\n", to: "a.txt")
    try bench.write("```source\nfile: a.txt\n```\n", to: "nb.md")
    let outcome = try bench.restricted(
      "\"$DAYBOOK\" run nb.md; chmod 0 output/.cache/*.entry; \"$DAYBOOK\" run nb.md")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      outcome.error.contains(
        "the stored result of 'source' cannot be read and is computed anew: cannot read output/"),
      "\(outcome.error)")
    #expect(outcome.error.contains(".entry: permission denied"), "\(outcome.error)")
  }

  /// Digests of them would take hours.
  @Test(
    "A huge file that no step can read is refused before its bytes are looked through",
    arguments: [
      ("source\nfile: huge.swift", "huge.swift: is larger than 16 MiB"),
      ("load\ncsv: huge.csv", "huge.csv: this is no text"),
      ("load\nmodel: huge.safetensors", "huge.safetensors: "),
      ("load\nmnist: huge", "train-images-idx3-ubyte: the header promises"),
      ("load\nnpz: huge.npz", "huge.npz: "),
      ("load\nimages: classes", "classes/a/huge.png: it is too large"),
    ])
  func huge(step: String, says: String) throws {
    let bench = try Workbench()
    let images = Data([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28])
    let labels = Data([0, 0, 8, 1, 0, 0, 0, 1, 7])
    for part in ["train", "t10k"] {
      try bench.write(images + Data(count: 784), to: "huge/\(part)-images-idx3-ubyte")
      try bench.write(labels, to: "huge/\(part)-labels-idx1-ubyte")
    }
    for (name, start) in [
      ("huge.swift", Data("// ".utf8)), ("huge.csv", Data()), ("huge.safetensors", Data()),
      ("huge/train-images-idx3-ubyte", images), ("huge.npz", Data("PK".utf8)),
      ("classes/a/huge.png", Data()), ("classes/b/huge.png", Data()),
    ] {
      try bench.write(start, to: name)
      let file = try FileHandle(forWritingTo: bench.folder.appending(path: name))
      try file.truncate(atOffset: 1 << 40)
      try file.close()
    }
    try bench.write("```\(step)\n```\n", to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.status == 1)
    #expect(outcome.error.hasPrefix("nb.md:2:"), "\(outcome.error)")
    #expect(outcome.error.contains(says), "\(outcome.error)")
  }

  @Test("A source that is not UTF-8 is told by its line, with what to do")
  func sourceInAnotherEncoding() throws {
    let bench = try Workbench()
    try bench.write(Data("a\n".utf8) + [0xE9, 0x0A], to: "code/a.py")
    try bench.write("```source\nfile: code/a.py\n```\n", to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.status == 1)
    #expect(
      outcome.error.contains(
        """
        nb.md:2:7: error: step 'source': code/a.py: line 2 is not UTF-8 text
            2 | file: code/a.py
              |       ^~~~~~~~~ save it as UTF-8

        """), "\(outcome.error)")
  }

  @Test("Pipes and devices are refused at once, wherever a file is expected")
  func pipes() throws {
    let bench = try Workbench()
    #expect(mkfifo(bench.folder.appending(path: "pipe").path(), 0o600) == 0)
    for path in ["pipe", "/dev/zero"] {
      for step in ["load\ncsv: \(path)", "source\nfile: \(path)"] {
        try bench.write("```\(step)\n```\n", to: "nb.md")
        let outcome = try bench.daybook("run", "nb.md", "--allow-read", "/dev")
        #expect(outcome.status == 1)
        #expect(
          outcome.error.contains("it is a pipe, a socket or a device, not a file"),
          "\(outcome.error)")
      }
      let outcome = try bench.daybook("run", path)
      #expect(outcome.status == 2)
      #expect(outcome.error.contains("is a pipe, a socket or a device; name the notebook's file"))
    }
  }
}
