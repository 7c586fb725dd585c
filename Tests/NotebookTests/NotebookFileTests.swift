import Notebook
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

@Suite struct NotebookFileTests {
  /// Calls `body` with the path of a temporary file of these bytes.
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/notebook-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    try body(path)
  }

  @Test func file() throws {
    try withFile(Array("\u{FEFF}# Ünder\r\n".utf8)) { path in
      let notebook = try Notebook(contentsOf: path, stepKinds: stepKinds)
      #expect(notebook.source.path == path)
      #expect(notebook.folder == "/tmp")
      #expect(notebook.blocks == [.heading(level: 1, anchor: "ünder", [.text("Ünder")])])
    }
  }

  @Test func mistakesInTheText() throws {
    try withFile(Array("`{}`".utf8)) { path in
      #expect(throws: NotebookProblems.self) {
        try Notebook(contentsOf: path, stepKinds: stepKinds)
      }
    }
  }

  @Test func missing() {
    for path in ["/tmp/no/such.md", "", "/dev/null/x"] {
      let error = NotebookFileError(path: path, reason: .missing)
      #expect(throws: error) { try Notebook(contentsOf: path, stepKinds: stepKinds) }
      #expect(
        error.description == "\(path.isEmpty ? "''" : path): error: no such file; check the path")
    }
  }

  /// A name that is not UTF-8 comes as one that no file has.
  @Test func missingForItsName() {
    let error = NotebookFileError(path: "/tmp/no\u{FFFD}.md", reason: .missing)
    #expect(
      error.description == "/tmp/no\u{FFFD}.md: error: no such file; "
        + "rename it where its name is not UTF-8, or check the path")
  }

  @Test func folder() {
    let error = NotebookFileError(path: "/tmp", reason: .isAFolder)
    #expect(throws: error) { try Notebook(contentsOf: "/tmp", stepKinds: stepKinds) }
    #expect(error.description == "/tmp: error: is a folder; name the notebook's file")
  }

  @Test func notText() throws {
    try withFile([0x61, 0x0A, 0x62, 0x0A, 0xFF, 0xFE]) { path in
      let error = NotebookFileError(path: path, reason: .notUTF8(line: 3))
      #expect(throws: error) { try Notebook(contentsOf: path, stepKinds: stepKinds) }
      #expect(
        error.description
          == "\(path): error: line 3 is not UTF-8 text; save the notebook as UTF-8")
    }
  }

  @Test func tooLarge() throws {
    try withFile([UInt8](repeating: 0x61, count: (16 << 20) + 1)) { path in
      let error = NotebookFileError(path: path, reason: .tooLarge(limit: 16 << 20))
      #expect(throws: error) { try Notebook(contentsOf: path, stepKinds: stepKinds) }
      #expect(
        error.description
          == "\(path): error: is larger than 16 MiB; a notebook is text only")
    }
  }
}
