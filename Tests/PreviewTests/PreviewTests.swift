import Foundation
import Plan
import Preview
import Publishing
import TestFolders
import Testing

/// The preview as browsers of this machine find it: what it serves, and what it refuses.
@Suite(.serialized) struct PreviewTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("nb.md", "# Heading\n\nFirst words.\n")
  }

  private func session() -> Session {
    Session(
      notebook: folder.path + "/nb.md",
      .init(
        overrides: .none, output: OutputFolder(folder.path + "/out", isWritten: true),
        version: "test", threads: 1),
      observe: { _ in })
  }

  /// Serves while a test asks; where it is not to run the notebook, what was there stays.
  func serving(
    isRunning: Bool = true, _ ask: @Sendable (Browser) async throws -> Void
  ) async throws {
    let session = session()
    let server = try Server(session, port: nil)
    let port = try #require(UInt16(server.address.split(separator: ":").last?.dropLast() ?? ""))
    // Other tests may have all threads for longer than a browser waits: it asks once they have begun.
    let (serving, isServing) = AsyncStream.makeStream(of: Never.self)
    let (working, isWorking) = AsyncStream.makeStream(of: Never.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        isServing.finish()
        await server.run()
      }
      group.addTask {
        isWorking.finish()
        if isRunning { await session.run() }
      }
      defer { group.cancelAll() }
      for await _ in serving {}
      for await _ in working {}
      try await ask(Browser(port: port))
    }
  }

  /// Blocking calls, on a thread of their own.
  static func apart<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: work)) }
    }
  }

  @Test func showsTheReportAndFollowsAnEdit() async throws {
    try await serving { browser in
      let first = try await Self.apart { try browser.event(with: #""report":1"#) }
      #expect(first.hasPrefix("data: {") || first.contains("\r\ndata: {"))
      let page = try await Self.apart { try browser.get("/report") }
      #expect(page.status == 200 && page.body.contains("First words."))
      #expect(page.body == folder.text("out/nb/index.html"))
      try folder.write("nb.md", "# Heading\n\nSecond words.\n")
      _ = try await Self.apart { try browser.event(with: #""report":2"#) }
      let next = try await Self.apart { try browser.get("/report") }
      #expect(next.body.contains("Second words."))
    }
  }

  @Test func tellsAMistakeAndThatThereIsNoReport() async throws {
    try folder.write("nb.md", "`{train.loss}`\n")
    try await serving { browser in
      let event = try await Self.apart { try browser.event(with: "no step is called 'train'") }
      #expect(event.contains("There is no report yet."), "\(event)")
      #expect(event.contains("The notebook has a mistake"))
      try folder.write("nb.md", "Good words.\n")
      _ = try await Self.apart { try browser.event(with: #""report":1"#) }
      try folder.write("nb.md", "`{train.loss}`\n")
      let next = try await Self.apart { try browser.event(with: "no step is called 'train'") }
      #expect(
        next.contains("The last good report stays until it is mended."),
        "\(next)")
    }
  }

  @Test func showsTheDraftWithTheClaimMarkedWhereThereIsNoReport() async throws {
    let claim = "```check\nIt holds: 1 > 2\n```\n"
    try folder.write("nb.md", "First words.\n\n" + claim)
    try await serving { browser in
      _ = try await Self.apart { try browser.event(with: #""report":1"#) }
      let told = try await Self.apart { try browser.event(with: "this claim does not hold") }
      #expect(told.contains("nb.md:4:11: error: this claim does not hold: It holds"))
      #expect(told.contains("This is a draft of what was reached"), "\(told)")
      let draft = try await Self.apart { try browser.get("/report") }
      #expect(draft.body.contains("First words."))
      #expect(draft.body.contains("<li class=\"fails\""))
      // A draft with the claim marked helps whoever writes more than the last good report.
      try folder.write("nb.md", "Good words.\n")
      _ = try await Self.apart { try browser.event(with: #""report":2"#) }
      try folder.write("nb.md", "Last words.\n\n" + claim)
      let again = try await Self.apart { try browser.event(with: "this claim does not hold") }
      #expect(again.contains("This is a draft of what was reached"), "\(again)")
      let last = try await Self.apart { try browser.get("/report") }
      #expect(last.body.contains("Last words.") && last.body.contains("<li class=\"fails\""))
    }
  }

  @Test func showsWarningsBesideTheReport() async throws {
    let steps =
      "```load\nmnist: none\n```\n\n```split\ndev: 5\n```\n\n```train\nlayers: [10 softmax]\n```\n"
    try folder.write("nb.md", "`{train.history[25].loss}`\n\n" + steps)
    try await serving { browser in
      let event = try await Self.apart { try browser.event(with: #""title":"1 warning""#) }
      #expect(event.contains("an entry of a history by its number"), "\(event)")
      // An edit before the first report is there takes its place.
      _ = try await Self.apart { try browser.event(with: #""report":1"#) }
      try folder.write("nb.md", "Good words.\n")
      let next = try await Self.apart { try browser.event(with: #""report":2"#) }
      #expect(!next.contains("warning"), "\(next)")
    }
  }

  private static let directives = [
    "default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'",
    "frame-ancestors 'self'",
  ]

  /// A page that came with a cloned folder is no report of ours until a run says so.
  @Test func givesAPageFromBeforeOurPolicy() async throws {
    try folder.write("out/nb/index.html", "<script>alert(1)</script>")
    try await serving(isRunning: false) { browser in
      let page = try await Self.apart { try browser.get("/report") }
      #expect(page.body == "<script>alert(1)</script>")
      let policy = page.headers["content-security-policy"] ?? ""
      let directives = policy.components(separatedBy: "; ")
      for directive in Self.directives { #expect(directives.contains(directive), "\(policy)") }
      let scripts = directives.first { $0.hasPrefix("script-src ") } ?? ""
      #expect(scripts.split(separator: " ").dropFirst().allSatisfy { $0.hasPrefix("'sha256-") })
      #expect(scripts.split(separator: " ").count == 3, "\(scripts)")
      // Neither does it lead anywhere by itself.
      let sandbox = directives.first { $0.hasPrefix("sandbox") } ?? ""
      #expect(!sandbox.isEmpty && !sandbox.contains("scripts") && !sandbox.contains("navigation"))
    }
  }

  /// The policy lets the page's own script and style do their work.
  @Test func allowsWhatReportsAllowThemselves() async throws {
    try await serving { browser in
      _ = try await Self.apart { try browser.event(with: #""report":1"#) }
      let page = try await Self.apart { try browser.get("/report") }
      let policy = page.headers["content-security-policy"] ?? ""
      #expect(!policy.contains("sandbox"), "\(policy)")
      for name in ["style-src", "script-src"] {
        let part = page.body.components(separatedBy: name + " '").dropFirst().first
        let hash = part?.components(separatedBy: "'").first ?? "none"
        #expect(hash.hasPrefix("sha256-"))
        #expect(policy.contains("'\(hash)'"), "\(name): \(hash) is not in \(policy)")
      }
    }
  }

  @Test(arguments: ["a link to a page", "a linked folder", "a pipe"])
  func servesNothingElse(what: String) async throws {
    try folder.write("private/index.html", "private")
    try folder.write("out/x", "")
    let nb = folder.path + "/out/nb"
    if what == "a linked folder" {
      try FileManager.default.createSymbolicLink(
        atPath: nb, withDestinationPath: "../private")
    } else {
      try FileManager.default.createDirectory(atPath: nb, withIntermediateDirectories: true)
      if what == "a pipe" {
        #expect(mkfifo(nb + "/index.html", 0o600) == 0)
      } else {
        try FileManager.default.createSymbolicLink(
          atPath: nb + "/index.html", withDestinationPath: "../../private/index.html")
      }
    }
    try await serving(isRunning: false) { browser in
      let page = try await Self.apart { try browser.get("/report") }
      #expect(page.status == 200 && page.body.contains("No report yet"))
      #expect(!page.body.contains("private"))
    }
  }

  @Test(
    arguments: [
      ("/", "GET", nil, [:], 200), ("/", "GET", "localhost:PORT", [:], 200),
      ("/", "GET", "evil.example", [:], 403), ("/", "GET", "127.0.0.1", [:], 403),
      ("/", "GET", "127.0.0.1:PORT.evil.example", [:], 403),
      ("/report", "GET", nil, ["Origin": "http://evil.example"], 403),
      ("/events", "GET", nil, ["Origin": "null"], 403),
      ("/report", "GET", nil, ["Origin": "https://127.0.0.1:PORT"], 403),
      ("/report", "GET", nil, ["Origin": "http://127.0.0.1:PORT"], 200),
      ("/report", "POST", nil, ["Content-Length": "0"], 405), ("/", "DELETE", nil, [:], 405),
      ("/nb.md", "GET", nil, [:], 404), ("/../nb.md", "GET", nil, [:], 404),
      ("/index.html", "GET", nil, [:], 404), ("/preview.css", "GET", nil, [:], 200),
      ("/preview.js", "GET", nil, [:], 200),
    ] as [(String, String, String?, [String: String], Int)])
  func answersOnlyItsOwn(
    path: String, method: String, host: String?, headers: [String: String], status: Int
  ) async throws {
    try await serving(isRunning: false) { browser in
      let answer = try await Self.apart {
        func filled(_ text: String) -> String { text.replacing("PORT", with: "\(browser.port)") }
        return try browser.get(
          path, method: method, host: host.map(filled), headers: headers.mapValues(filled))
      }
      #expect(answer.status == status)
      #expect(answer.headers["cache-control"] == "no-store")
      #expect(answer.headers["x-content-type-options"] == "nosniff")
      #expect(answer.headers["referrer-policy"] == "no-referrer")
      #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
      if status == 405 { #expect(answer.headers["allow"] == "GET, HEAD") }
      if path == "/", status == 200 {
        let policy = answer.headers["content-security-policy"] ?? ""
        for part in [
          "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'",
          "frame-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        ] {
          #expect(policy.components(separatedBy: "; ").contains(part), "\(policy)")
        }
      }
    }
  }

  @Test func findsAFreePort() throws {
    let server = try Server(session(), port: 0)
    #expect(!server.address.hasSuffix(":0/"))
  }

  @Test func saysWhenAPortIsTaken() async throws {
    try await serving(isRunning: false) { browser in
      let error = #expect(throws: ServerError.self) {
        _ = try Server(session(), port: browser.port)
      }
      #expect(error == .portInUse(browser.port))
      #expect("\(ServerError.portInUse(browser.port))".contains("choose another one with --port"))
    }
  }
}
