package import Notebook
package import Results

/// A kind of step: its options, its documentation and every fact about it.
///
/// A value is one step with its options decoded. No requirement has a default, so that a kind that
/// forgets a fact does not compile.
package protocol StepDeclaration: Sendable {
  /// The word that opens it, how its body is written, how the page shows it.
  static var syntax: StepSyntax { get }
  static var documentation: StepDocumentation { get }
  static var yields: DeclaredYields { get }
  /// Whether it draws at random, so that what it yields depends on the seed.
  static var drawsAtRandom: Bool { get }
  /// What later steps can take of such steps.
  static var provides: [Provision] { get }
  static var timing: StepTiming { get }

  /// Reads the options of a step; `nil` where something is wrong, which the decoder has noted.
  init?(decoding decoder: inout OptionDecoder)

  /// Raised whenever such a step comes to yield something else for the same inputs: stored results
  /// of another version are not used.
  var version: Int { get }
  /// What this step yields, with its options.
  var yields: [ValueType.Member] { get }
  /// The options that only say how long it goes on: what is stored of another length can be gone
  /// on from.
  var lengthOptions: Set<String> { get }
  /// What later steps can take of this one.
  var provides: [Provision] { get }
  /// The files that it reads.
  var inputFiles: [InputFiles] { get }
  /// The name of the file that it writes into the output folder.
  var outputFile: String? { get }
  /// How many tables it yields at most.
  var mostTables: Int { get }
  /// The network and the examples that it lets the network classify.
  var judgement: Judgement? { get }
  /// The choices among networks that it makes by sets of examples, or lets its readers make.
  var choices: [SetChoice] { get }
  /// The network that the page takes in for it.
  var pageNetwork: PageNetwork? { get }
  /// The runs of other steps that it owns.
  var runs: PlannedRuns? { get }

  func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result
}

/// When a step is done.
package enum StepTiming: Sendable {
  /// In its place, unless its result is stored.
  case inOrder
  /// At the end of every run, by the values of all other steps; never stored.
  case atTheEnd
}

/// What every step of a kind yields, as far as that is known without its options.
package enum DeclaredYields: Sendable {
  case always([ValueType.Member])
  /// Only the options of a step say what it yields.
  case byOptions
}

/// Files that a step reads, with the option that names them.
package enum InputFiles: Sendable, Equatable {
  case file(String, option: String)
  case dataset(Load)

  /// The files and folders as the options name them.
  var named: [(path: String, option: String)] {
    switch self {
    case .file(let path, let option): [(path, option)]
    case .dataset(let load): load.source.named
    }
  }
}

/// A network that a page takes in, and how large it may be.
package struct PageNetwork: Sendable, Equatable {
  /// The step that trains the network.
  package let model: StepID
  /// The most weights and biases.
  package let mostParameters: Int
}

/// A network, and the examples that it classifies.
package struct Judgement: Sendable, Equatable {
  /// The step that trains the network.
  package let model: StepID
  package let examples: SetReference
}
