import Language

/// What runs with different options came to: a point a run, the mean of each group with its interval.
package struct SweepChart: Chart, Equatable {
  /// Runs with one setting, side by side with others.
  package struct Column: Sendable, Equatable {
    /// What is set.
    package let label: String
    /// What each run came to.
    package let values: [Double]
    package let mean: Double?
    /// The 95 % interval of the mean; `nil` where there is none.
    package let interval: ClosedRange<Double>?

    package init(
      label: String, values: [Double], mean: Double?, interval: ClosedRange<Double>?
    ) {
      self.label = label
      self.values = values
      self.mean = mean
      self.interval = interval
    }
  }

  /// One of several charts that share their scales.
  package struct Panel: Sendable, Equatable {
    /// What all of its columns have in common; `nil` of a single panel.
    package let title: String?
    package let columns: [Column]

    package init(title: String?, columns: [Column]) {
      self.title = title
      self.columns = columns
    }
  }

  package let panels: [Panel]
  package let format: ValueFormat
  package let xLabel: String
  package let yLabel: String
  package let title: String?
  /// The height of a panel in CSS pixels.
  let panelHeight: Double
  /// How many panels stand beside one another.
  let perRow: Int
  package let size: Size

  package init(
    panels: [Panel], format: ValueFormat, xLabel: String, yLabel: String, title: String? = nil,
    width: Double = Typography.measure, height: Double = 320
  ) {
    self.panels = panels
    self.format = format
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.title = title
    panelHeight = height
    let most = max(1, Int(width / 260))
    perRow = max(1, min(most, panels.count))
    let rows = max(1, (panels.count + perRow - 1) / perRow)
    size = Size(width: width, height: Heading.height(title) + Double(rows) * height)
  }

  package func resized(to width: Double) -> SweepChart {
    SweepChart(
      panels: panels, format: format, xLabel: xLabel, yLabel: yLabel, title: title, width: width,
      height: panelHeight)
  }

  package func validate() throws(FigureError) {
    guard size.height <= Canvas.limit else {
      throw .size(width: size.width, height: size.height, limit: Canvas.limit)
    }
  }

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard let domain else {
      return Heading.drawNothing(phrase("No values"), on: &canvas, theme)
    }
    var row = 0
    for (index, panel) in panels.enumerated() {
      let layout = SweepLayout(self, panel, index, domain, on: canvas)
      canvas.note(layout.band(from: row))
      row += panel.columns.count
      layout.drawAxes(self, panel, on: &canvas, theme)
      for (place, column) in panel.columns.enumerated() {
        layout.draw(column, at: place, format, on: &canvas, theme)
      }
    }
  }

  /// The range of all values and intervals, widened to round numbers, as far as there can be any.
  private var domain: ClosedRange<Double>? {
    let columns = panels.flatMap(\.columns)
    let ends = columns.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }
    guard let values = LinearScale.extent(columns.flatMap(\.values)),
      let extent = LinearScale.extent([values.lowerBound, values.upperBound] + ends)
    else { return nil }
    guard extent.upperBound > extent.lowerBound else {
      let margin = extent.lowerBound == 0 ? 1 : extent.lowerBound.magnitude * 0.05
      return format.niceDomain(
        (extent.lowerBound - margin)...(extent.upperBound + margin), of: values, count: 5)
    }
    return format.niceDomain(extent, of: values, count: 5)
  }
}
