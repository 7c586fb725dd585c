import ArgumentParser
import Files
import Publishing

/// `daybook new NAME`: a notebook to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a notebook to start from.",
    discussion: "Writes NAME.md, or the file of that name where it ends in .md; never over a file.")

  @Argument(help: "The notebook's name or path, such as notebooks/clothes.")
  var name: String

  @Option(help: ArgumentHelp("The folder of the data, from the notebook.", valueName: "DIR"))
  var data = "data/mnist"

  func run() throws {
    let path = name.hasSuffix(".md") ? name : name + ".md"
    let reportName = String(Folder.name(of: path).dropLast(3))
    if let problem = ReportFolder.problem(withName: reportName) {
      throw BadValue("the notebook's name '\(reportName)' \(problem)")
    }
    do {
      try AtomicFile.create(path, Array(StartingNotebook(data: data).text.utf8))
    } catch {
      Terminal.tell("error: \(error)\n")
      throw ExitStatus.notWritten.code
    }
    try Terminal.print("\(path)\n")
  }
}
