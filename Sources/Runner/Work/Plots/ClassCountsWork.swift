import Datasets
import Figures
import Plan
import Results

extension FigureFinder {
  func visit(_ counts: ClassCountsPlot) -> any FigureWork { ClassCountsWork(plot: counts) }
}

/// Draws how many images there are of each class.
struct ClassCountsWork: FigureWork {
  let plot: ClassCountsPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    var series: [ClassCounts.Series] = []
    var names: [String]?
    for reference in plot.sets {
      let set = try await inputs.examples(reference)
      names = names ?? set.classes.names
      guard let counts = set.examples.classCounts else {
        throw StepFailure("the \(reference.set) set has no labels to count", option: "of")
      }
      let name = reference.set.name
      series.append(.init(name: name.prefix(1).uppercased() + name.dropFirst(), counts: counts))
    }
    try StepFailure.expectClasses(series.map(\.counts.count).max() ?? 0, figure: "class-counts")
    return try StepResult(
      ClassCounts(series: series, classNames: names, title: style.title, width: style.pixels))
  }
}
