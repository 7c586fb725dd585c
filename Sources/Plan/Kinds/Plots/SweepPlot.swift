import Notebook
package import Results

/// What the runs of a sweep came to: a point a run along one option, a panel a value of another.
package struct SweepPlot: PlotDeclaration {
  /// The sweep.
  package let sweep: StepID
  /// The measures that are drawn, by their names: several where only seeds vary.
  package let measures: [String]
  /// The option along the figure, by its name; `nil` where only seeds vary.
  package let x: String?
  /// The option that has a panel a value; `nil` for one panel.
  package let by: String?
  /// What to call the values along the figure.
  package let labels: [String]?
  /// In CSS pixels; the figure's own where `nil`.
  package let height: Int?

  static let of = OptionDeclaration<String>(
    "of", .stepName(.runs), .optional, "the sweep; the nearest one above where left out")
  static let measure = OptionDeclaration<[String]>(
    "measure", .list(of: .text("a measure of the sweep", naming: .nameInSweep)), .optional,
    "what to draw: the first measure, or all shares where only seeds vary")
  static let along = OptionDeclaration<String>(
    "x", .text("something that the sweep varies", naming: .nameInSweep), .optional,
    "what to draw along: the first that varies and is no seed")
  static let panels = OptionDeclaration<String>(
    "by", .text("something else that the sweep varies", naming: .nameInSweep), .optional,
    "what has a panel a value: the next that varies and is no seed")
  static let labelList = OptionDeclaration<[String]>(
    "labels", .list(of: .text("a word or two")), .optional, "what to call the values along it")

  package static let name = "sweep"
  package static let otherNames: [String] = []
  package static let summary = "What the runs of a sweep came to, with the mean of each group."
  package static let options = [
    of.documentation, measure.documentation, along.documentation, panels.documentation,
    labelList.documentation, LearningCurvePlot.heightOption.documentation,
  ]
  package static let yields: [ValueType.Member] = []
  package static let version = 7

  package init?(decoding decoder: inout OptionDecoder) {
    let sweep = decoder.reference(Self.of, to: .runs, taking: "runs")
    let measures = decoder.optional(Self.measure)
    let x = decoder.optional(Self.along)
    let by = decoder.optional(Self.panels)
    labels = decoder.optional(Self.labelList)
    height = decoder.optional(LearningCurvePlot.heightOption)
    guard let sweep,
      let runs = decoder.scope.directory[sweep.name]?.declaration?.runs
    else { return nil }
    let axes = runs.grid.axes.filter { !$0.isSeed }.map(\.name)
    self.sweep = sweep
    self.x = decoder.choice(x, Self.along.key, among: axes) ?? axes.first { $0 != by }
    let chosen = self.x
    self.by = decoder.choice(by, Self.panels.key, among: axes) ?? axes.first { $0 != chosen }
    if let by = self.by, by == chosen {
      decoder.diagnose(
        "'\(by)' is drawn along the figure", at: Self.panels.key, help: "leave 'by' out")
    }
    let names = runs.measures.map(\.name)
    let shares = runs.measures.filter(\.isShare).map(\.name)
    self.measures =
      measures ?? (axes.isEmpty && !shares.isEmpty ? shares : Array(names.prefix(1)))
    for (index, measure) in self.measures.enumerated() {
      _ = decoder.choice(measure, Self.measure.key, item: index, among: names)
    }
    decoder.expectOneScale(
      runs.measures.filter { self.measures.contains($0.name) }, isAlone: axes.isEmpty)
    let count =
      self.x.flatMap { x in runs.grid.axes.first { $0.name == x }?.choices.count }
      ?? self.measures.count
    if let labels, labels.count != count {
      decoder.diagnose(
        "\(labels.count) labels for \(count) values", at: Self.labelList.key,
        help: "write one label for each")
    }
    if decoder.hasProblems { return nil }
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}

extension OptionDecoder {
  /// A written name, which must be among some.
  fileprivate mutating func choice(
    _ name: String?, _ key: String, item: Int = 0, among names: [String]
  ) -> String? {
    guard let name, !names.contains(name) else { return name }
    let misspelling = Misspelling(name, among: names)
    let listed =
      names.isEmpty ? "it varies nothing but seeds" : "it has \(names.listed(with: "and"))"
    diagnose(
      "the sweep has no '\(name)'", at: itemPlaces(item, of: key).whole, key: key,
      help: misspelling == nil ? listed : nil, misspelling: misspelling)
    return nil
  }

  /// Several measures stand side by side only where they are shares and nothing else is along.
  fileprivate mutating func expectOneScale(_ measures: [SweepMeasure], isAlone: Bool) {
    guard measures.count > 1 else { return }
    if !isAlone {
      diagnose(
        "several measures of a sweep that varies options", at: SweepPlot.measure.key,
        help: "draw each in a plot of its own")
    } else if !measures.allSatisfy(\.isShare) {
      diagnose(
        "these measures do not share a scale", at: SweepPlot.measure.key,
        help: "draw each in a plot of its own")
    }
  }
}
