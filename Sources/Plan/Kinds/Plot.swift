import Notebook
package import Results

/// Draws a figure.
package struct Plot: Sendable, Equatable {
  package let subject: Subject
  package let style: Style

  /// What is drawn, with the steps it is drawn from.
  package enum Subject: Sendable, Equatable {
    case learningCurve(LearningCurvePlot)
    case digits(DigitsPlot)
    /// The index of the evaluate step, and what the cells show.
    case confusionMatrix(of: Int, cells: ConfusionCells)
    /// The index of the train step.
    case weights(of: Int, columns: Int?)
    /// The index of the evaluate step.
    case perClass(of: Int, measures: [ClassMeasure])
    case classCounts(of: [SetReference])
  }

  /// Options that every figure takes.
  package struct Style: Sendable, Equatable {
    package let title: String?
    /// In CSS pixels; the figure's own where `nil`.
    package let width: Int?
  }

  package enum Show: String, CaseIterable, Sendable {
    case learningCurve = "learning-curve"
    case digits
    case confusionMatrix = "confusion-matrix"
    case weights
    case perClass = "per-class"
    case classCounts = "class-counts"
  }

  package enum ConfusionCells: String, CaseIterable, Sendable {
    case both
    case counts
    case shares
  }

  package enum ClassMeasure: String, CaseIterable, Sendable {
    case precision
    case recall
    case f1
  }

  static let show = OptionDeclaration<Show>("show", .choice, .required, "the figure to draw")
  static let title = OptionDeclaration<String>(
    "title", .text("a line of text"), .optional, "a title within the figure")
  static let width = OptionDeclaration<Int>(
    "width", .wholeNumber(200...2000), .optional, "width in pixels of the page")
  static let evaluation = OptionDeclaration<String>(
    "of", .stepName([.evaluate]), .optional,
    "the evaluate step; the nearest one above where left out")
  static let cells = OptionDeclaration<ConfusionCells>(
    "cells", .choice, .defaulted(.both), "what each cell shows: counts, shares of its row, or both")
  static let network = OptionDeclaration<String>(
    "of", .stepName([.train]), .optional, "the train step; the nearest one above where left out")
  static let columns = OptionDeclaration<Int>(
    "columns", .wholeNumber(1...40), .optional,
    "images in a row, at most; fewer where their texts need the room")
  static let measures = OptionDeclaration<[ClassMeasure]>(
    "measures", .list(of: .choice), .defaulted(ClassMeasure.allCases), "what to show of each class")
  static let sets = OptionDeclaration<[String]>(
    "of", .list(of: .setName), .defaulted(["labelled"]), "the sets to count")

  static let documentation = StepDocumentation(
    kind: .plot, summary: "Draws a figure.",
    options: [
      show.documentation, title.documentation, width.documentation,
    ],
    variants: [
      .init(
        name: "learning-curve", summary: "Accuracy or loss by iteration.",
        options: LearningCurvePlot.optionDocumentation),
      .init(
        name: "digits", summary: "Images with their labels, and what a network reads in them.",
        options: DigitsPlot.optionDocumentation),
      .init(
        name: "confusion-matrix", summary: "How often each class was read as each class.",
        options: [evaluation.documentation, cells.documentation]),
      .init(
        name: "weights", summary: "What each unit of the first layer looks for.",
        options: [network.documentation, columns.documentation]),
      .init(
        name: "per-class", summary: "Precision, recall and F1 of each class.",
        options: [evaluation.documentation, measures.documentation]),
      .init(
        name: "class-counts", summary: "How many images there are of each class.",
        options: [sets.documentation]),
    ],
    example: "show: learning-curve\nof: train.accuracy", yields: [])

  /// What the figure yields: for digits, the images shown.
  package var yields: [ValueType.Member] {
    if case .digits = subject { DigitsPlot.yields } else { [] }
  }

  init?(decoding decoder: inout OptionDecoder) {
    let show = decoder.value(Self.show)
    let title = decoder.optional(Self.title)
    let width = decoder.optional(Self.width)
    guard let show else {
      // What else is written belongs to a figure that is not known.
      decoder.noteAllWritten()
      return nil
    }
    guard let subject = Self.subject(show, &decoder) else { return nil }
    self.subject = subject
    style = Style(title: title, width: width)
  }

  private static func subject(_ show: Show, _ decoder: inout OptionDecoder) -> Subject? {
    switch show {
    case .learningCurve:
      return LearningCurvePlot(decoding: &decoder).map(Subject.learningCurve)
    case .digits:
      return DigitsPlot(decoding: &decoder).map(Subject.digits)
    case .confusionMatrix:
      let step = decoder.reference(evaluation, to: [.evaluate], taking: "evaluation")
      guard let cells = decoder.value(cells), let step else { return nil }
      return .confusionMatrix(of: step, cells: cells)
    case .weights:
      let step = decoder.reference(network, to: [.train], taking: "model")
      let columns = decoder.optional(columns)
      return step.map { .weights(of: $0, columns: columns) }
    case .perClass:
      let step = decoder.reference(evaluation, to: [.evaluate], taking: "evaluation")
      guard let measures = decoder.value(measures), let step else { return nil }
      return .perClass(of: step, measures: measures)
    case .classCounts:
      return classCounts(&decoder)
    }
  }

  private static func classCounts(_ decoder: inout OptionDecoder) -> Subject? {
    guard let names = decoder.value(sets) else { return nil }
    let range = decoder.written("of")?.value.range ?? decoder.step.kindRange
    let references = names.map { decoder.setReference($0, for: "of", at: range) }
    let found = references.compactMap { $0 }
    return found.count == references.count ? .classCounts(of: found) : nil
  }
}
