/// A way to do many runs: on this machine, or elsewhere.
package protocol Engine: Sendable {
  /// What `--engine` says.
  static var name: String { get }
  /// One line for help.
  static var summary: String { get }
  /// Whether runs are done within this process, and share what it has read.
  static var computesHere: Bool { get }

  init(_ options: EngineOptions) throws(EngineError)

  /// Does all runs; what fails is told, and keeps no other from being done.
  ///
  /// - Throws: `EngineError` where none can be done, and `CancellationError` where it is asked to
  ///   stop before the last.
  func run(_ work: EngineWork) async throws
}

/// Every engine: the one list of them is here.
package struct EngineKind: Sendable {
  package let engine: any Engine.Type

  package static let all = [EngineKind(LocalEngine.self), EngineKind(SlurmEngine.self)]

  private init(_ engine: any Engine.Type) {
    self.engine = engine
  }

  package var name: String { engine.name }

  /// The kind that `--engine` names.
  package static func named(_ name: String) -> EngineKind? { all.first { $0.name == name } }
}

/// What the command line says of how runs are done.
package struct EngineOptions: Sendable, Equatable {
  /// Runs at a time on this machine; `nil` for what fits.
  package let jobs: Int?
  /// Runs at a time elsewhere; `nil` for no limit.
  package let maxRunning: Int?
  /// What is passed on as it is: "partition=long".
  package let others: [String]

  package init(jobs: Int? = nil, maxRunning: Int? = nil, others: [String] = []) {
    self.jobs = jobs
    self.maxRunning = maxRunning
    self.others = others
  }
}

/// Why an engine cannot be used.
package struct EngineError: Error, Sendable, Equatable {
  package let message: String
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
