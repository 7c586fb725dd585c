import ArgumentParser
import Files

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
    do {
      try AtomicFile.create(path, Array(StartingNotebook(data: data).text.utf8))
    } catch {
      Terminal.write("error: \(error)\n")
      throw ExitStatus.notWritten.code
    }
    print(path)
  }
}
