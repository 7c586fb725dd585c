import Figures
import Plan
import Results

extension FigureFinder {
  func visit(_ curve: LearningCurvePlot) -> any FigureWork { LearningCurveWork(plot: curve) }
}

/// Draws accuracy or loss by iteration.
struct LearningCurveWork: FigureWork {
  let plot: LearningCurvePlot

  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult {
    let series = try plot.series.map { series in
      LearningCurve.Series(label: name(of: series), samples: try samples(of: series, inputs))
    }
    let isShare = plot.series.first?.measure.isShare ?? true
    return try StepResult(
      LearningCurve(
        series: series, measure: isShare ? .accuracy : .loss, title: style.title,
        width: style.pixels, height: plot.height.map(Double.init) ?? 360))
  }

  private func samples(of series: LearningCurvePlot.Series, _ inputs: StepInputs) throws
    -> [LearningCurve.Sample]
  {
    let result = try inputs.result(of: series.step)
    // The step's own values are of the last update, in place of an entry that ends there.
    let measure = series.measure.rawValue
    let entries =
      (result["history"]?.items ?? []).map { ($0["iteration"], $0[measure]) }
      .filter { $0.0 != result["iterations"] }
      + [(result["iterations"], result[measure])]
    let samples = entries.compactMap { iteration, value -> LearningCurve.Sample? in
      guard case .integer(let iteration)? = iteration, let value = value?.asNumber else {
        return nil
      }
      return LearningCurve.Sample(iteration: iteration, value: value)
    }
    guard !samples.isEmpty else {
      throw StepFailure(
        "'\(series.step)' has no validation examples to show the accuracy on",
        help: "give it a set of them, such as 'validation: dev'", option: "of")
    }
    return samples
  }

  /// What a series is called where the notebook does not say: by its measure and, where the others
  /// are of other steps, by its step.
  private func name(of series: LearningCurvePlot.Series) -> String {
    if let label = series.label { return label }
    let measure =
      switch series.measure {
      case .accuracy: "Training accuracy"
      case .loss: "Training loss"
      case .validation: "Validation accuracy"
      }
    let isOfOneStep = Set(plot.series.map(\.step)).count == 1
    let isOfOneMeasure = Set(plot.series.map(\.measure)).count == 1
    if isOfOneStep { return measure }
    return isOfOneMeasure ? "\(series.step)" : "\(series.step), \(measure.lowercased())"
  }
}
