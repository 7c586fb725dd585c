import ArgumentParser
import Engines
import Plan

/// The options that say how the runs of sweeps are done.
struct RunsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Runs of a sweep at a time on this machine. (default: what fits its processors and memory)",
      valueName: "N"))
  var jobs: Int?

  @Option(
    name: .customLong("engine"),
    help: ArgumentHelp(
      "What does the runs: "
        + EngineKind.all.map { "\($0.name), \($0.engine.summary)" }.joined(separator: "; ") + ".",
      valueName: "NAME"))
  var engineName = LocalEngine.name

  @Option(
    name: .customLong("engine-option"), parsing: .singleValue,
    help: ArgumentHelp(
      "An option that is passed on to the engine, such as partition=long. May be repeated.",
      valueName: "NAME=VALUE"))
  var engineOptions: [String] = []

  @Option(
    name: .customLong("max-running"),
    help: ArgumentHelp("Runs of a sweep at a time elsewhere.", valueName: "N"))
  var maxRunning: Int?

  func kind() throws -> EngineKind {
    guard let kind = EngineKind.named(engineName) else {
      throw BadValue(
        "--engine \(engineName): the engines are "
          + EngineKind.all.map(\.name).listed(with: "and"))
    }
    return kind
  }

  /// The engine that they ask for.
  func engine() throws -> any Engine {
    for (name, number) in [("--jobs", jobs), ("--max-running", maxRunning)] {
      if let number, !(1...100_000).contains(number) {
        throw BadValue("\(name) must be a whole number from 1 to 100000")
      }
    }
    do {
      return try kind().engine.init(
        EngineOptions(jobs: jobs, maxRunning: maxRunning, others: engineOptions))
    } catch let error as EngineError {
      throw BadValue(error.message + (error.help.map { "; \($0)" } ?? ""))
    }
  }
}
