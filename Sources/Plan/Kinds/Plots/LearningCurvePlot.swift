import Notebook
package import Results

/// Accuracy, loss or rate by iteration, of one training or several.
package struct LearningCurvePlot: PlotDeclaration {
  package enum Measure: String, CaseIterable, Sendable {
    case accuracy
    case loss
    case validation
    case validationLoss = "validation-loss"
    case rate

    /// What it is measured in; others have another scale.
    package var scale: Scale {
      switch self {
      case .accuracy, .validation: .share
      case .loss, .validationLoss: .loss
      case .rate: .rate
      }
    }

    /// What it is called where the notebook does not say.
    package var title: String {
      switch self {
      case .accuracy: "Training accuracy"
      case .loss: "Training loss"
      case .validation: "Validation accuracy"
      case .validationLoss: "Validation loss"
      case .rate: "Learning rate"
      }
    }
  }

  /// Why a step has nothing to draw.
  package typealias Lack = (fact: String, help: String)

  package enum Scale: Sendable {
    case share
    case loss
    case rate
  }

  package struct Series: Sendable, Equatable {
    /// The train step.
    package let step: StepID
    package let measure: Measure
    package let label: String?
  }

  package let series: [Series]
  package let scale: Scale
  /// In CSS pixels; the figure's own where `nil`.
  package let height: Int?

  static let of = OptionDeclaration<[String]>(
    "of",
    .list(
      of: .text(
        "STEP.accuracy, STEP.validation, STEP.loss, STEP.validation-loss or STEP.rate of a train step",
        naming: .step(.history))),
    .optional,
    "the histories to draw; the accuracy of the nearest train step where left out")
  static let labels = OptionDeclaration<[String]>(
    "labels", .list(of: .text("a word or two")), .optional, "what to call each series")

  static let heightOption = OptionDeclaration<Int>(
    "height", .wholeNumber(120...2000), .optional, "height in pixels of the page")

  package static let name = "learning-curve"
  package static let otherNames: [String] = []
  package static let summary = "Accuracy, loss or learning rate by iteration."
  package static let options = [
    of.documentation, labels.documentation, heightOption.documentation,
  ]

  package static let yields: [ValueType.Member] = []
  package static let version = 6

  package init?(decoding decoder: inout OptionDecoder) {
    let labels = decoder.optional(Self.labels)
    height = decoder.optional(Self.heightOption)
    guard let histories = Self.histories(&decoder) else { return nil }
    let scales = Set(histories.map(\.measure.scale))
    guard let scale = scales.first, scales.count == 1 else {
      decoder.diagnose(
        "accuracy, loss and rate do not share a scale", at: "of",
        help: "draw each in a plot of its own")
      return nil
    }
    if let labels, labels.count != histories.count {
      decoder.diagnose(
        "\(labels.count) labels for \(histories.count) series", at: "labels",
        help: "write one label for each series in 'of'")
      return nil
    }
    // Which step is meant is part of the inputs, so that a new name for it changes nothing but what
    // shows it.
    let showsNames = labels == nil && Set(histories.map(\.step)).count > 1
    if !showsNames { decoder.forget(Self.of.key) }
    self.scale = scale
    series = histories.enumerated().map { index, history in
      Series(step: history.step, measure: history.measure, label: labels?[index])
    }
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }

  private typealias History = (step: StepID, measure: Measure)

  private static func histories(_ decoder: inout OptionDecoder) -> [History]? {
    guard decoder.isWritten(of) else {
      return decoder.nearest(.history, taking: Measure.accuracy.rawValue, for: of.key)
        .map { [($0, .accuracy)] }
    }
    guard let texts = decoder.optional(of) else { return nil }
    let histories = texts.enumerated().compactMap { index, text in
      history(text, at: decoder.itemPlaces(index, of: of.key), &decoder)
    }
    return histories.count == texts.count ? histories : nil
  }

  private static func history(
    _ text: String, at places: TextPlaces, _ decoder: inout OptionDecoder
  ) -> History? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let measure = parts.count == 1 ? .accuracy : Measure(rawValue: parts[1])
    guard parts.count <= 2, let measure else {
      let measures = Measure.allCases.map(\.rawValue)
      let misspelling = parts.count == 2 ? Misspelling(parts[1], among: measures) : nil
      let last = places.range(of: parts[0].count + 1..<max(parts[0].count + 1, text.count))
      let help =
        "write STEP.accuracy, STEP.validation, STEP.loss, STEP.validation-loss or STEP.rate, "
        + "such as train.accuracy"
      decoder.diagnose(
        "'\(text)' is no history", at: misspelling == nil ? places.whole : last, key: of.key,
        help: misspelling == nil ? help : nil, misspelling: misspelling)
      return nil
    }
    let first = places.range(of: 0..<parts[0].count)
    guard let step = decoder.step(named: parts[0], providing: .history, for: of.key, at: first)
    else { return nil }
    let train = decoder.scope.directory[step.name]?.declaration as? Train
    if let train, !train.tells(measure) {
      let lack = measure.lack(of: step)
      decoder.diagnose(lack.fact, at: places.whole, key: of.key, help: lack.help)
      return nil
    }
    decoder.take(measure.rawValue, of: step, as: "of")
    return (step, measure)
  }
}

extension LearningCurvePlot.Measure {
  /// What is wrong where a step tells no such numbers, and what to do.
  package func lack(of step: StepID) -> LearningCurvePlot.Lack {
    self == .rate
      ? (
        "'\(step)' has the same rate in all of its updates",
        "show the rate of a training in batches"
      )
      : (
        "'\(step)' has no validation examples to show the \(title.lowercased()) on",
        "give it a set of them, such as 'validation: dev'"
      )
  }
}

extension Train {
  /// Whether its history has such numbers.
  fileprivate func tells(_ measure: LearningCurvePlot.Measure) -> Bool {
    switch measure {
    case .accuracy, .loss: true
    case .validation, .validationLoss: validation != nil
    case .rate: batch != nil
    }
  }
}
