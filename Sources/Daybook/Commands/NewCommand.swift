import ArgumentParser
import Files
import Notebook
import Plan
import Publishing
import Report

/// `daybook new NAME`: a notebook to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a notebook to start from.",
    discussion: """
      Writes NAME.md, or the file of that name where it ends in .md; never over a file. The data is \
      what --data names, or else the nearest data/mnist upwards in the project.

      \(ExitStatus.documentation(.badInput, .notWritten))
      """)

  @Argument(help: "The notebook's name or path, such as notebooks/clothes.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "The folder of the data, from here or from the notebook.", valueName: "DIR"),
    completion: .directory)
  var data: String?

  func run() throws {
    let path = name.hasSuffix(".md") ? name : name + ".md"
    let reportName = String(Folder.name(of: path).dropLast(3))
    if let problem = ReportFolder.problem(withName: reportName) {
      throw BadValue("the notebook's name '\(reportName)' \(problem)")
    }
    let hasData: Bool
    do {
      let data = DataPlace(named: data, for: path)
      hasData = data.isThere
      try AtomicFile.create(path, Array(StartingNotebook(data: data.path).text.utf8))
    } catch {
      Terminal.tell("error: \(error)\n")
      throw ExitStatus.notWritten.code
    }
    try Terminal.print("\(path)\n")
    tellWhatIsMissing(path, hasData: hasData)
  }

  /// Says what the notebook needs before it can run: what 'daybook check' would find.
  private func tellWhatIsMissing(_ path: String, hasData: Bool) {
    var reading = NotebookReading()
    if let plan = reading.plan(path, .none, allowed: []) { reading.inspect(plan) }
    guard reading.hasErrors else {
      return Terminal.tell("run it with: daybook run \(shellWord(path))\n")
    }
    let note: TerminalText =
      hasData ? "note: its data cannot be read\n" : "note: its data is not there yet\n"
    Terminal.tell(note + reading.text(colour: Terminal.standardError.hasColour))
  }
}
