package import Notebook
package import Results

extension ExampleSetName {
  /// What a split leaves for training.
  package static let training = ExampleSetName("training")
  /// What a split holds out.
  package static let dev = ExampleSetName("dev")
}

/// Shuffles the labelled rows, holds some out and scales the pixels of all.
package struct Split: StepDeclaration {
  /// The load step.
  package let examples: StepID
  package let shuffle: Bool
  /// What the shuffle is drawn by; `nil` for the seed of the run.
  package let seed: UInt32?
  /// How many rows are held out: the first ones after the shuffle.
  package let dev: Int
  /// What a level is multiplied with, above 0; `nil` for one over the largest level.
  package let scale: Double?

  static let of = OptionDeclaration<String>(
    "of", .stepName(.set(.labelled)), .optional,
    "the load step; the nearest one above where left out")
  static let shuffleRows = OptionDeclaration<Bool>(
    "shuffle", .boolean, .defaulted(true), "whether the rows are shuffled, by the seed, first")
  static let ownSeed = OptionDeclaration<Int>(
    "seed", .wholeNumber(0...Int(UInt32.max)), .optional,
    "what the shuffle is drawn by; the seed of the run where left out")
  static let devRows = OptionDeclaration<Int>(
    "dev", .wholeNumber(1...Int(Int32.max)), .required,
    "how many rows are held out: the first ones after the shuffle; the rest trains")
  static let pixelScale = OptionDeclaration<Double>(
    "scale", .ratio, .optional,
    "what levels are multiplied with; one over the largest, as 1/255, where left out")

  package static let syntax = StepSyntax("split", showsOptions: true, tables: 1)
  package static let documentation = StepDocumentation(
    summary: "Shuffles the labelled rows, holds out a dev set and scales the pixels.",
    options: [
      of.documentation, shuffleRows.documentation, ownSeed.documentation,
      devRows.documentation, pixelScale.documentation,
    ],
    example: "shuffle: true\ndev: 1000\nscale: 1/255")

  static let members: [ValueType.Member] = [
    .init("training", .integer, "rows of the training set"),
    .init("dev", .integer, "rows of the dev set"),
    .init("scale", .number, "what levels are multiplied with"),
    .init("training-counts", .list(.integer), "training images of each class, from class 0"),
    .init("dev-counts", .list(.integer), "dev images of each class, from class 0"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = true
  package static let provides: [Provision] = [.set(.training), .set(.dev)]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let examples = decoder.reference(
      Self.of, to: .set(.labelled), taking: ExampleSetName.labelled.name)
    let shuffle = decoder.value(Self.shuffleRows)
    let hasSeed = decoder.isWritten(Self.ownSeed)
    let seed = decoder.optional(Self.ownSeed).map(UInt32.init)
    let dev = decoder.value(Self.devRows)
    scale = decoder.optional(Self.pixelScale)
    guard let examples, let shuffle, let dev, !hasSeed || seed != nil else { return nil }
    self.examples = examples
    self.shuffle = shuffle
    self.seed = seed
    self.dev = dev
  }

  package var version: Int { 3 }
  package var yields: [ValueType.Member] { Self.members }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var mostTables: Int { 1 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] { [] }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}

extension OptionType where Value == Double {
  /// A number above 0, also as a ratio of two: `1/255`.
  static var ratio: Self {
    .scalar("a number above 0, such as 1/255 or 0.5", canonical: { ratioText($0) }) { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
        Double(grouped: String(part.trimming(while: { $0 == " " })))
      }
      let value: Double? =
        switch parts.count {
        case 1: parts[0]
        case 2: parts[0].flatMap { a in parts[1].map { a / $0 } }
        default: nil
        }
      return value.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    }
  }
}

/// `1/N` where the number is exactly that for a whole N, else its shortest decimal form.
private func ratioText(_ value: Double) -> String {
  guard let whole = Int(exactly: (1 / value).rounded()), whole > 1, 1 / Double(whole) == value
  else { return String(value) }
  return "1/\(whole)"
}

extension Substring {
  /// The text without the characters at both ends for which `drops` holds.
  func trimming(while drops: (Character) -> Bool) -> Substring {
    var rest = drop(while: drops)
    while let last = rest.last, drops(last) { rest.removeLast() }
    return rest
  }
}
