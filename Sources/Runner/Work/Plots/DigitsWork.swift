import Architecture
import Datasets
import Figures
import Network
import Plan
import Results

extension FigureFinder {
  func visit(_ digits: DigitsPlot) -> any FigureWork { DigitsWork(plot: digits) }
}

/// Draws images of a set, with their labels and what a network classifies them as.
struct DigitsWork: FigureWork {
  let plot: DigitsPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let set = try await inputs.examples(plot.examples)
    // Without a filter only the images shown need to be classified.
    let candidates = plot.filter == .all ? set.prefix(plot.count) : set
    let network = try await network(inputs)
    let images = ClassifiedImages(
      set: candidates,
      predictions: try await predictions(of: candidates, by: network, inputs),
      names: set.classes.names(atLeast: network?.model.architecture.classes ?? 0))
    let matching = try matching(images)
    let shown = matching.prefix(plot.count)
    let chart = DigitGrid(
      items: shown.map(images.item), images: ImageStyle(set.form, of: images.pixels(of: shown)),
      columns: plot.columns, title: style.title, width: style.pixels)
    return try StepResult(
      chart,
      values: [
        Field("images", .list(shown.map(images.record))),
        Field("matching", .integer(plot.filter == .all ? set.count : matching.count)),
      ])
  }

  private func network(_ inputs: StepInputs) async throws -> TrainedNetwork? {
    guard let model = plot.model else { return nil }
    return try await inputs.network(of: model)
  }

  private func predictions(
    of set: ScaledSet, by network: TrainedNetwork?, _ inputs: StepInputs
  ) async throws -> Predictions? {
    guard let network else { return nil }
    return try await inputs.predictions(of: set, by: network)
  }

  /// The images that the filter lets through, by their places in the set.
  private func matching(_ images: ClassifiedImages) throws -> [Int] {
    let isCorrect: Bool
    switch plot.filter {
    case .all: return Array(0..<images.set.count)
    case .correct: isCorrect = true
    case .misclassified: isCorrect = false
    }
    guard let labels = images.labels, let predictions = images.predictions else {
      throw StepFailure(
        "the \(images.set.name) set has no labels to judge its readings by",
        help: "show all of them, or a set with labels", option: "where")
    }
    return (0..<images.set.count).filter {
      (predictions.classes[$0] == Int(labels[$0])) == isCorrect
    }
  }
}

/// Images, with their labels and what a network classifies them as, as far as that is known.
private struct ClassifiedImages {
  let set: ScaledSet
  let labels: [UInt16]?
  let predictions: Predictions?
  private let names: [String]?
  private let probabilities: [Double]?

  init(set: ScaledSet, predictions: Predictions?, names: [String]?) {
    self.set = set
    self.names = names
    labels = set.labels
    self.predictions = predictions
    probabilities = predictions?.winningProbabilities
  }

  /// An image as the figure shows it.
  func item(_ index: Int) -> DigitGrid.Item {
    DigitGrid.Item(
      pixels: set.examples.image(at: index), index: index,
      label: labels.map { name(of: Int($0[index])) },
      prediction: predictions.map { name(of: $0.classes[index]) },
      probability: probabilities?[index])
  }

  /// The levels of images, one after another.
  func pixels(of shown: ArraySlice<Int>) -> [UInt8] {
    shown.flatMap { set.examples.image(at: $0) }
  }

  private func name(of number: Int) -> String { names?[number] ?? String(number) }

  /// An image as the step yields it.
  func record(_ index: Int) -> Value {
    let unread = Value.unknown(because: "no network reads the images")
    return .record([
      Field("index", .integer(index)),
      Field(
        "label",
        labels.map { .integer(Int($0[index])) } ?? .unknown(because: "the set has no labels")),
      Field("predicted", predictions.map { .integer($0.classes[index]) } ?? unread),
      Field("probability", probabilities.map { .number($0[index]) } ?? unread),
    ])
  }
}
