import Figures
import Language
import Plan
import Results

extension FigureFinder {
  func visit(_ curve: LearningCurvePlot) -> any FigureWork { LearningCurveWork(plot: curve) }
}

/// Draws accuracy, loss or rate by iteration.
struct LearningCurveWork: FigureWork {
  let plot: LearningCurvePlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let series = try plot.series.map { series in
      LearningCurve.Series(label: name(of: series), samples: try samples(of: series, inputs))
    }
    let measure: LearningCurve.Measure =
      switch plot.scale {
      case .share: .accuracy
      case .loss: .loss
      case .rate: .rate
      }
    return try StepResult(
      LearningCurve(
        series: series, measure: measure, title: style.title,
        width: style.pixels, height: plot.height.map(Double.init) ?? 360))
  }

  private func samples(of series: LearningCurvePlot.Series, _ inputs: StepInputs) throws
    -> [LearningCurve.Sample]
  {
    let result = try inputs.result(of: series.step)
    let measure = series.measure.rawValue
    var entries = (result["history"]?.items ?? []).map { ($0["iteration"], $0[measure]) }
    // Where the step has such a value, it is of the last update, in place of an entry that ends there.
    // A training that stopped early has the weights of an entry before.
    if let last = result[measure], result["best-epoch"]?.asNumber == nil {
      entries = entries.filter { $0.0 != result["iterations"] } + [(result["iterations"], last)]
    }
    let samples = entries.compactMap { iteration, value -> LearningCurve.Sample? in
      guard case .integer(let iteration)? = iteration, let value = value?.asNumber else {
        return nil
      }
      return LearningCurve.Sample(iteration: iteration, value: value)
    }
    guard !samples.isEmpty else {
      let lack = series.measure.lack(of: series.step)
      throw StepFailure(lack.fact, help: lack.help, option: "of")
    }
    return samples
  }

  /// What a series is called where the notebook does not say: by its measure and, where the others
  /// are of other steps, by its step.
  ///
  /// Beside others the axis says what is measured, so that languages with longer words name the set
  /// alone.
  private func name(of series: LearningCurvePlot.Series) -> String {
    if let label = series.label { return label }
    let isOfOneStep = Set(plot.series.map(\.step)).count == 1
    let isOfOneMeasure = Set(plot.series.map(\.measure)).count == 1
    let alone = phrase(series.measure.title.lowercased())
    if plot.series.count == 1 { return alone.prefix(1).uppercased() + alone.dropFirst() }
    if isOfOneStep { return phrase(series.measure.title) }
    return isOfOneMeasure ? "\(series.step)" : "\(series.step), \(alone)"
  }
}
