import Figures
import Language
import Plan
import Results
import Statistics

extension FigureFinder {
  func visit(_ sweep: SweepPlot) -> any FigureWork { SweepPlotWork(plot: sweep) }
}

/// Draws what the runs of a sweep came to.
struct SweepPlotWork: FigureWork {
  let plot: SweepPlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    guard let planned = inputs.plan.step(named: plot.sweep.name)?.declaration.runs,
      let runs = try inputs.result(of: plot.sweep)["runs"]?.items
    else { throw StepFailure("step '\(plot.sweep)' has no runs") }
    // In the order of the plot, which is that of its labels.
    let measures = plot.measures.compactMap(planned.measure(named:))
    let isShare = measures.allSatisfy(\.isShare)
    let panels = panels(planned.grid, measures, runs)
    return try StepResult(
      SweepChart(
        panels: panels, format: isShare ? .share : .number, xLabel: plot.x ?? phrase("measure"),
        yLabel: measures.count == 1 ? measures.first?.name ?? "" : phrase("share"),
        title: style.title,
        width: style.pixels, height: plot.height.map(Double.init) ?? 320))
  }

  private func panels(_ grid: SweepGrid, _ measures: [SweepMeasure], _ runs: [Value])
    -> [SweepChart.Panel]
  {
    guard let x = grid.axes.firstIndex(where: { $0.name == plot.x }), let measure = measures.first
    else {
      let columns = measures.enumerated().map { place, measure in
        column(
          plot.labels?[place] ?? measure.name, runs.map { $0.value(at: measure.path) }, grid,
          Array(runs.indices))
      }
      return [SweepChart.Panel(title: nil, columns: columns)]
    }
    let by = grid.axes.firstIndex { $0.name == plot.by }
    let places = runs.indices.map(grid.places(of:))
    let titles = by.map { by in grid.axes[by].choices.map { "\(grid.axes[by].name) \($0.text)" } }
    return (0..<(titles?.count ?? 1)).map { panel in
      SweepChart.Panel(
        title: titles?[panel],
        columns: grid.axes[x].choices.enumerated().map { place, choice in
          let chosen = runs.indices.filter { run in
            places[run][x] == place && (by.map { places[run][$0] == panel } ?? true)
          }
          return column(
            plot.labels?[place] ?? choice.text, chosen.map { runs[$0].value(at: measure.path) },
            grid, chosen)
        })
    }
  }

  /// The runs of a column; a mean of unlike runs has no interval.
  private func column(_ label: String, _ values: [Value?], _ grid: SweepGrid, _ runs: [Int])
    -> SweepChart.Column
  {
    let numbers = values.compactMap { $0?.asNumber }
    let sample = Sample(numbers)
    let areRepeats = Set(runs.map(grid.group(of:))).count == 1
    return SweepChart.Column(
      label: label, values: numbers, mean: sample?.mean,
      interval: areRepeats ? sample?.interval : nil)
  }
}

extension Value {
  /// The value that names lead to, through records.
  fileprivate func value(at path: [String]) -> Value? {
    path.reduce(self as Value?) { $0?[$1] }
  }
}
