import Language
import Results

/// How accuracy, loss or rate changed while training: a line a series over the iterations.
package struct LearningCurve: Chart, Equatable {
  /// What the values are.
  package enum Measure: Sendable, Equatable {
    /// Shares in 0...1, shown as percentages.
    case accuracy
    case loss
    case rate

    var name: String {
      switch self {
      case .accuracy: phrase("Accuracy")
      case .loss: phrase("Loss")
      case .rate: phrase("Learning rate")
      }
    }
    var format: ValueFormat {
      switch self {
      case .accuracy: .share
      case .loss: .number
      case .rate: .rate
      }
    }
  }

  /// A value reached at an iteration.
  package struct Sample: Sendable, Equatable {
    package let iteration: Int
    /// Not finite where nothing is known; the line has a gap there.
    package let value: Double

    package init(iteration: Int, value: Double) {
      self.iteration = iteration
      self.value = value
    }
  }

  /// One line.
  package struct Series: Sendable, Equatable {
    /// Such as "Training accuracy".
    package let label: String
    /// In the order of the iterations.
    package let samples: [Sample]

    package init(label: String, samples: [Sample]) {
      self.label = label
      self.samples = samples
    }

    /// The samples with a finite value.
    var known: [Sample] { samples.filter(\.value.isFinite) }
  }

  package let series: [Series]
  package let measure: Measure
  package let title: String?
  private let givenXLabel: String?
  private let givenYLabel: String?
  package let size: Size

  package var xLabel: String { givenXLabel ?? phrase("Iteration") }
  /// What the axis is called: by its only series, or by what it shows.
  package var yLabel: String {
    givenYLabel ?? (series.count == 1 ? series.first?.label : nil) ?? measure.name
  }

  /// Takes the series; sizes are in CSS pixels, and the vertical axis is named after what it shows.
  package init(
    series: [Series], measure: Measure = .accuracy, title: String? = nil,
    xLabel: String? = nil, yLabel: String? = nil, width: Double = Typography.measure,
    height: Double = 360
  ) {
    self.series = series
    self.measure = measure
    self.title = title
    (givenXLabel, givenYLabel) = (xLabel, yLabel)
    size = Size(width: width, height: height + Heading.height(title))
  }

  package func resized(to width: Double) -> LearningCurve {
    LearningCurve(
      series: series, measure: measure, title: title, xLabel: givenXLabel, yLabel: givenYLabel,
      width: width,
      height: size.height - Heading.height(title))
  }

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard let plan = LearningCurveLayout(self, on: canvas) else {
      return Heading.drawNothing(phrase("No values"), on: &canvas, theme)
    }
    plan.drawAxes(self, on: &canvas, theme)
    for (index, line) in series.enumerated().reversed() {
      LineMark(
        points: line.samples.map { plan.place($0) }, colour: theme.colour(ofSeries: index),
        pen: plan.pen(ofSeries: index, theme)
      ).draw(on: canvas)
    }
    plan.drawEndLabels(self, on: &canvas, theme)
    canvas.note(
      DataBand(
        .rowsAcross, in: plan.area, at: shownIterations.map { plan.x.scale(Double($0)) }))
  }
}
