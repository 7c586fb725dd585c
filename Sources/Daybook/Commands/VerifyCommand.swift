import ArgumentParser
import Files
import Report
import Runner
import Verification

/// `daybook verify REPORT.html`: whether a report is what its run makes.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Make the run of a report again and compare.",
    discussion: """
      Takes notebook, settings and digests from the page alone, finds the data by their digests \
      beneath the folder of the page or those named, runs in a store of its own, and says whether \
      the report is what comes of it. Code that the page shows is taken from the page.

      Exit status: 0 where it is; 1 where something differs; 2 where that cannot be said: something \
      is missing, the file is no report that can be verified, another version made it and only its \
      values are the same, or the run cannot be made again here; 4 where \
      standard output cannot be written.
      """)

  @Argument(help: "The report, an HTML file.", completion: .file(extensions: ["html"]))
  var report: String

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A folder to find the data in; that of the report where left out. May be repeated.",
      valueName: "DIR"))
  var data: [String] = []

  @OptionGroup var threads: ThreadOptions

  @Flag(name: .shortAndLong, help: "Tell only the verdict.")
  var quiet = false

  func run() async throws {
    try expectFolders()
    let folder = Verification.temporaryFolder
    Interrupt.watch(lastWords: "interrupted\n") { Verification.removeFolder(folder) }
    do {
      let received = try ReceivedReport(report)
      let verification = Verification(
        received, data: data.isEmpty ? [Self.folder(of: report)] : data, in: folder,
        version: Version.current, threads: try threads.count(), maxMemory: nil,
        isCancelled: { Interrupt.isPending },
        observe: observer())
      try tell(try await verification.verdict())
    } catch let error as VerificationError {
      Terminal.tell("error: \(error)\n")
      throw ExitStatus.badInput.code
    }
  }

  /// Throws where a folder that is named for the data is not there.
  private func expectFolders() throws {
    for folder in data {
      do throws(FileError) {
        _ = try Folder(folder)
      } catch {
        throw BadValue("--data \(folder): \(error.reason.message)")
      }
    }
  }

  private func observer() -> @Sendable (RunEvent) -> Void {
    let printer = ProgressPrinter(terminal: .standardError)
    let isQuiet = quiet
    return { event in
      if !isQuiet { printer.show(event) }
    }
  }

  /// What is to be said of figures that are drawn otherwise.
  private static func words(count: Int, comparesLetters: Bool) -> TerminalText {
    let (verb, they) = count == 1 ? ("is", "it looks") : ("are", "they look")
    return comparesLetters
      ? "\(verb) drawn otherwise here, by other libraries or fonts, and \(they) the same"
      : "\(verb) drawn in other letters here: only the shapes were compared, and \(they) alike; "
        + "a machine with the font of the report compares the letters, too"
  }

  /// Missing files that are listed at most.
  private static let mostFiles = 100

  private func tell(_ verdict: Verification.Verdict) throws {
    switch verdict {
    case .identical: try Terminal.print("\(report): identical, to the byte\n")
    case .same(let figures, let comparesLetters):
      try Terminal.print(
        "\(report): the same in everything that it says; \(figures.joined(separator: ", ")) "
          + Self.words(count: figures.count, comparesLetters: comparesLetters) + "\n")
    case .sameValues(let version):
      try Terminal.print(
        """
        \(report): made by Daybook \(version), this is \(Version.current): all values of the run \
        are the same; its page was not compared, which takes Daybook \(version)

        """)
      throw ExitStatus.badInput.code
    case .different(let differences, let why): try tell(differences, why)
    case .missing(let files):
      let more = files.count - Self.mostFiles
      let lines =
        files.prefix(Self.mostFiles).map {
          "  \($0.path), \($0.bytes) bytes, SHA-256 \($0.digest)\n" as TerminalText
        } + (more > 0 ? ["  and \(more) more\n"] : [])
      try Terminal.print(
        "\(report): not verified, since files are missing; name their folder with --data DIR\n"
          + lines.reduce("", +))
      throw ExitStatus.badInput.code
    case .unplanned(let problems):
      try Terminal.print(
        "\(report): not verified: this Daybook, \(Version.current), refuses its notebook\n")
      Terminal.tell(TerminalText(lines: problems.hasSuffix("\n") ? problems : problems + "\n"))
      throw ExitStatus.badInput.code
    case .interrupted:
      Interrupt.tellLastWords()
      throw ExitStatus.interrupted.code
    }
  }

  private func tell(_ differences: [Difference], _ why: String) throws {
    let lines = differences.map { difference -> TerminalText in
      let place: TerminalText =
        difference.place.isEmpty ? "" : ", below #\(difference.place)" as TerminalText
      let run: TerminalText = difference.made.isEmpty ? "" : "    the run:    \(difference.made)\n"
      return "  \(difference.what)\(place)\n    the report: \(difference.received)\n" + run
    }
    try Terminal.print(
      "\(report): different\n" + lines.reduce("", +) + "  why: \(why)\n")
    throw ExitStatus.failedStep.code
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
