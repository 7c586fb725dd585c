import Datasets
import Figures
import Network
import Plan
import Results

extension Execution {
  /// Draws a figure.
  mutating func plot(_ plot: Plot) async throws -> StepResult {
    switch plot.subject {
    case .learningCurve(let curve):
      return try draw(try chart(curve, plot.style))
    case .digits(let digits):
      return try await self.digits(digits, plot.style)
    case .confusionMatrix(let step, let cells):
      let matrix = try confusion(of: step)
      return try draw(
        ConfusionMatrixChart(
          matrix, showsCounts: cells != .shares, showsShares: cells != .counts,
          title: plot.style.title, width: plot.style.pixels))
    case .weights(let step, let columns):
      return try await weights(of: step, columns: columns, plot.style)
    case .perClass(let step, let measures):
      return try draw(chart(try confusion(of: step), measures, plot.style))
    case .classCounts(let sets):
      return try draw(try await chart(sets, plot.style))
    }
  }

  private func draw(_ chart: some Chart, values: [Field] = []) throws -> StepResult {
    do {
      return StepResult(values: values, outputs: [.figure(try chart.render())])
    } catch {
      throw StepFailure("\(error)")
    }
  }

  // MARK: - Learning curve

  private func chart(_ curve: LearningCurvePlot, _ style: Plot.Style) throws -> LearningCurve {
    let series = try curve.series.map { series in
      let result = try result(at: series.step)
      let history = result["history"]?.items ?? []
      // The history is of the weights before each update; the step's own values are of the last.
      let measure = series.measure.rawValue
      let entries =
        history.map { ($0["iteration"], $0[measure]) } + [(result["iterations"], result[measure])]
      let samples = entries.compactMap { iteration, value -> LearningCurve.Sample? in
        guard case .integer(let iteration)? = iteration, let value = value?.asNumber else {
          return nil
        }
        return LearningCurve.Sample(iteration: iteration, value: value)
      }
      guard !samples.isEmpty else {
        throw StepFailure(
          "'\(plan.steps[series.step].name)' has no validation examples to show the accuracy on",
          help: "give it a set of them, such as 'validation: dev'", option: "of")
      }
      return LearningCurve.Series(label: name(of: series, in: curve), samples: samples)
    }
    let isShare = curve.series.first?.measure.isShare ?? true
    return LearningCurve(
      series: series, measure: isShare ? .accuracy : .loss, title: style.title,
      width: style.pixels, height: curve.height.map(Double.init) ?? 360)
  }

  /// What a series is called where the notebook does not say: by its measure and, where the others
  /// are of other steps, by its step.
  private func name(of series: LearningCurvePlot.Series, in curve: LearningCurvePlot) -> String {
    if let label = series.label { return label }
    let measure =
      switch series.measure {
      case .accuracy: "Training accuracy"
      case .loss: "Training loss"
      case .validation: "Validation accuracy"
      }
    let isOfOneStep = Set(curve.series.map(\.step)).count == 1
    let isOfOneMeasure = Set(curve.series.map(\.measure)).count == 1
    if isOfOneStep { return measure }
    let step = plan.steps[series.step].name
    return isOfOneMeasure ? step : "\(step), \(measure.lowercased())"
  }

  // MARK: - Digits

  private mutating func digits(_ plot: DigitsPlot, _ style: Plot.Style) async throws -> StepResult {
    let set = try await exampleSet(plot.examples)
    // Without a filter only the images shown need to be read.
    let candidates = plot.filter == .all ? set.prefix(plot.count) : set
    var readings: Readings?
    if let model = plot.model { readings = try await self.readings(of: candidates, by: model) }
    let labels = candidates.labels
    if plot.filter != .all, labels == nil {
      throw StepFailure(
        "the \(plot.examples.set.rawValue) set has no labels to judge its readings by",
        help: "show all of them, or a set with labels", option: "where")
    }
    let matching = (0..<candidates.count).filter { index in
      guard plot.filter != .all, let readings, let labels else { return plot.filter == .all }
      return (readings.predicted[index] == Int(labels[index])) == (plot.filter == .correct)
    }
    let shown = matching.prefix(plot.count)
    let items = shown.map { index in
      DigitGrid.Item(
        pixels: candidates.image(at: index), index: index,
        label: labels.map { String($0[index]) },
        prediction: readings.map { String($0.predicted[index]) },
        probability: readings?.probability[index])
    }
    let images = shown.map { imageRecord($0, labels: labels, readings: readings) }
    let chart = DigitGrid(
      items: items, imageWidth: set.examples.width, imageHeight: set.examples.height,
      columns: plot.columns, title: style.title, width: style.pixels)
    let total = plot.filter == .all ? set.count : matching.count
    return try draw(
      chart, values: [Field("images", .list(images)), Field("matching", .integer(total))])
  }

  private func imageRecord(_ index: Int, labels: [UInt8]?, readings: Readings?) -> Value {
    let unread = Value.unknown(because: "no network reads the images")
    return .record([
      Field("index", .integer(index)),
      Field(
        "label",
        labels.map { .integer(Int($0[index])) } ?? .unknown(because: "the set has no labels")),
      Field("predicted", readings.map { .integer($0.predicted[index]) } ?? unread),
      Field("probability", readings.map { .number($0.probability[index]) } ?? unread),
    ])
  }

  // MARK: - Evaluations and weights

  private func confusion(of step: Int) throws -> ConfusionMatrix {
    guard case .confusion(let matrix)? = try result(at: step)["confusion"] else {
      throw StepFailure("step '\(plan.steps[step].name)' has no confusion matrix")
    }
    return matrix
  }

  private func chart(
    _ matrix: ConfusionMatrix, _ measures: [Plot.ClassMeasure], _ style: Plot.Style
  ) -> PerClassScores {
    let shown = measures.map { measure -> PerClassScores.Measure in
      switch measure {
      case .precision: .precision
      case .recall: .recall
      case .f1: .f1
      }
    }
    return PerClassScores(matrix, measures: shown, title: style.title, width: style.pixels)
  }

  private mutating func weights(of step: Int, columns: Int?, _ style: Plot.Style) async throws
    -> StepResult
  {
    let network = try await network(of: step)
    let size = try await imageSize(of: step)
    return try draw(
      WeightsGrid(
        units: network.model.firstLayerWeights, imageWidth: size.width, imageHeight: size.height,
        columns: columns, title: style.title, width: style.pixels))
  }

  private mutating func chart(_ sets: [SetReference], _ style: Plot.Style) async throws
    -> ClassCounts
  {
    var series: [ClassCounts.Series] = []
    for reference in sets {
      guard let counts = try await exampleSet(reference).classCounts else {
        throw StepFailure(
          "the \(reference.set.rawValue) set has no labels to count", option: "of")
      }
      let name = reference.set.rawValue
      series.append(.init(name: name.prefix(1).uppercased() + name.dropFirst(), counts: counts))
    }
    return ClassCounts(series: series, title: style.title, width: style.pixels)
  }
}

extension Plot.Style {
  /// The width of the figure in CSS pixels: that of the report's column where none is written.
  fileprivate var pixels: Double { width.map(Double.init) ?? Typography.measure }
}
