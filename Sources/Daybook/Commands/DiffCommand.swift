import ArgumentParser
import Verification

/// `daybook diff A B`: what differs between two reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two reports, or two results.json.",
    discussion: """
      Options, values with how much they differ, claims, figures and text. Exit status: 0 where \
      nothing differs, 1 where something does, 2 where one of them cannot be read, 4 where standard \
      output cannot be written.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case html
  }

  @Argument(help: "A report, or a results.json.", completion: .file(extensions: ["html", "json"]))
  var first: String

  @Argument(help: "The other one.", completion: .file(extensions: ["html", "json"]))
  var second: String

  @Option(help: "How the differences are written: text, json, or html for a page with pictures.")
  var format: Format = .text

  func run() throws {
    let diff: ReportDiff
    do throws(VerificationError) {
      diff = ReportDiff(try ReportContents(first), try ReportContents(second))
    } catch {
      Terminal.tell("error: \(error)\n")
      throw ExitStatus.badInput.code
    }
    switch format {
    case .text: try Terminal.print(TerminalText(lines: diff.text))
    case .json: try Terminal.print(TerminalText(json: diff.json))
    case .html: try Terminal.print(TerminalText(forPrograms: diff.page))
    }
    if !diff.isEmpty { throw ExitStatus.failedStep.code }
  }
}
