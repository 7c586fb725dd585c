import Plan
import Preview
import Publishing
import Runner
import Synchronization
import TestFolders
import Testing

/// The preview follows the files that a notebook reads, from before they are read.
@Suite struct FollowedFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("nb.md", "# Heading\n\n```source\nfile: code.swift\n```\n")
  }

  /// Runs the notebook again and again until `isDone` says so of what its runs tell.
  private func follow(until isDone: @escaping @Sendable (RunEvent) throws -> Bool) async throws {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let session = Session(
      notebook: folder.path + "/nb.md",
      .init(
        overrides: .none, output: OutputFolder(folder.path + "/out", isWritten: true),
        version: "test", threads: 1),
      observe: { event in
        do {
          if try isDone(event) { end.finish() }
        } catch {
          Issue.record(error)
          end.finish()
        }
      })
    let following = Task { await session.run() }
    for await _ in ends {}
    following.cancel()
    await following.value
  }

  @Test(
    "A file that is saved during the first run that reads it is read again", .timeLimit(.minutes(5))
  )
  func savedDuringTheFirstRun() async throws {
    try folder.write("code.swift", "let first = 1\n")
    let runs = Mutex(0)
    try await follow { [folder] event in
      guard case .finished = event else { return false }
      let run = runs.withLock { runs in
        runs += 1
        return runs
      }
      if run == 1 { try folder.write("code.swift", "let second = 2\n") }
      return run == 2
    }
  }

  @Test("A file that is missing is waited for", .timeLimit(.minutes(5)))
  func missingFile() async throws {
    try await follow { [folder] event in
      switch event {
      case .failed(_, let diagnostic):
        #expect(diagnostic.contains("code.swift"))
        try folder.write("code.swift", "let first = 1\n")
        return false
      case .finished: return true
      default: return false
      }
    }
  }

  @Test(
    "A notebook that is saved as soon as its first run tells of a mistake is read again",
    .timeLimit(.minutes(5)))
  func savedAtOnce() async throws {
    try folder.write("code.swift", "let first = 1\n")
    try folder.write("nb.md", "`{nothing.loss}`\n")
    try await follow { [folder] event in
      switch event {
      case .warned(let text):
        #expect(text.contains("nothing"))
        try folder.write("nb.md", "```source\nfile: code.swift\n```\n")
        return false
      case .finished: return true
      default: return false
      }
    }
  }
}
