import ArgumentParser

@main
struct Daybook: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "daybook")
}
