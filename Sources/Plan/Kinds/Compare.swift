package import Notebook
package import Results

/// Compares evaluated models on one set of examples, and tells whether one is really better.
package struct Compare: StepDeclaration {
  /// The evaluations, in the order in which they are named.
  package let evaluations: [StepID]
  /// How many examples are shown of each kind.
  package let shown: Int

  static let mostEvaluations = 30

  static let of = OptionDeclaration<[String]>(
    "of", .list(of: .text("the name of an evaluate step above", naming: .step(.evaluation))),
    .required,
    "two or more evaluate steps on the same set")
  static let examples = OptionDeclaration<Int>(
    "examples", .wholeNumber(0...100), .defaulted(5),
    "how many examples to tell of those that one alone reads correctly")

  package static let syntax = StepSyntax("compare", tables: 1)
  package static let documentation = StepDocumentation(
    summary: "Compares evaluated models on the same examples, pair by pair.",
    options: [of.documentation, examples.documentation], example: "of: [wide, narrow]",
    yields: members(ofTwo: false))

  package static let yields = DeclaredYields.byOptions
  package static let drawsAtRandom = false
  package static let provides: [Provision] = [.comparison]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let shown = decoder.value(Self.examples)
    let names = decoder.value(Self.of)
    guard let names, let evaluations = decoder.evaluations(names), let shown else { return nil }
    self.evaluations = evaluations
    self.shown = shown
  }

  /// Every two of the evaluations, by their places.
  package var pairs: [(first: Int, second: Int)] {
    evaluations.indices.flatMap { first in
      evaluations.indices.dropFirst(first + 1).map { (first: first, second: $0) }
    }
  }

  package var version: Int { 3 }
  package var provides: [Provision] { Self.provides }
  package var yields: [ValueType.Member] { members }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var mostTables: Int { 2 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] { [] }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}

extension OptionDecoder {
  /// The evaluate steps of some names, which judge on one set.
  fileprivate mutating func evaluations(_ names: [String]) -> [StepID]? {
    let ids = names.enumerated().compactMap { index, name in
      self.step(
        named: name, providing: .evaluation, for: Compare.of.key,
        at: itemPlaces(index, of: Compare.of.key).whole)
    }
    guard ids.count == names.count else { return nil }
    for id in ids { take("misclassified", of: id, as: Compare.of.key) }
    let help = "name two or more evaluate steps: [wide, narrow]"
    if let twice = ids.indices.first(where: { ids[..<$0].contains(ids[$0]) }) {
      diagnose("a step is named twice", at: Compare.of.key, item: twice, help: help)
      return nil
    }
    guard ids.count > 1 else {
      diagnose("one evaluation alone cannot be compared", at: Compare.of.key, help: help)
      return nil
    }
    guard ids.count <= Compare.mostEvaluations else {
      diagnose(
        "\(ids.count) models make \(ids.count * (ids.count - 1) / 2) pairs", at: Compare.of.key,
        help: "compare at most \(Compare.mostEvaluations) in one step")
      return nil
    }
    return areOfTheSameExamples(ids) ? ids : nil
  }

  /// Whether evaluations list all that they misread, of the same rows of one set.
  private mutating func areOfTheSameExamples(_ ids: [StepID]) -> Bool {
    if let short = ids.firstIndex(where: {
      (scope.directory[$0.name]?.declaration as? Evaluate)?.listed != nil
    }) {
      diagnose(
        "'\(ids[short])' does not list all that it misreads", at: Compare.of.key, item: short,
        help: "leave 'misclassified' out of step '\(ids[short])'")
      return false
    }
    let parts = ids.map { (scope.directory[$0.name]?.declaration as? Evaluate)?.rows }
    if let other = parts.firstIndex(where: { $0 != parts[0] }) {
      diagnose(
        "'\(ids[0])' and '\(ids[other])' judge on different rows", at: Compare.of.key,
        item: other, help: "compare models on the same examples")
      return false
    }
    let sets = ids.compactMap { scope.directory[$0.name]?.declaration?.judgement?.examples }
    guard let first = sets.first, let other = sets.firstIndex(where: { $0 != first }) else {
      return sets.count == ids.count
    }
    diagnose(
      "'\(ids[0])' judges on \(first.step).\(first.set), "
        + "and '\(ids[other])' on \(sets[other].step).\(sets[other].set)",
      at: Compare.of.key, item: other, help: "compare models on the same examples")
    return false
  }
}
