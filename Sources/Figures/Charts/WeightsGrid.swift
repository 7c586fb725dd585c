import Language
import Results

/// Numbers as images, all on one colour scale: what each hidden unit or filter looks for, or what a
/// layer makes of an image.
///
/// Weights of three channels stand one below the other: for red, green and blue.
package struct WeightsGrid: Chart, Equatable {
  /// What the images are of.
  package enum Subject: Sendable {
    /// The weights of what goes into each hidden unit.
    case units
    /// The weights of each filter of a convolution.
    case filters
    /// What each channel of a layer's output is.
    case activations
    /// How far the weights of each hidden unit have moved.
    case changes

    /// What one image is called, before its number.
    var label: String {
      switch self {
      case .units, .changes: phrase("Unit")
      case .filters: phrase("Filter")
      case .activations: phrase("Channel")
      }
    }

    /// What is said where there is none.
    var nothing: String {
      switch self {
      case .units, .changes: phrase("No units")
      case .filters: phrase("No filters")
      case .activations: phrase("No channels")
      }
    }

    /// One of them as a sentence tells whose something is.
    func owner(_ index: Int) -> String {
      let english =
        switch self {
        case .units, .changes: "unit {}"
        case .filters: "filter {}"
        case .activations: "channel {}"
        }
      return phrase(english, "\(index + 1)")
    }

    /// What is said of the first of all.
    func first(_ shown: Int, of count: Int) -> String {
      let english =
        switch self {
        case .units, .changes: "The first {} of {} units."
        case .filters: "The first {} of {} filters."
        case .activations: "The first {} of {} channels."
        }
      return phrase(english, "\(shown)", grouped(count))
    }

    /// What one number is.
    var quantity: String {
      switch self {
      case .units, .filters: phrase("Weight")
      case .activations: phrase("Activation")
      case .changes: phrase("Change of weight")
      }
    }
  }

  package let subject: Subject
  /// A row of `channels × imageHeight × imageWidth` weights for each unit, from the image's top left corner.
  package let units: [[Float]]
  package let imageWidth: Int
  package let imageHeight: Int
  package let channels: Int
  /// One for each unit; `nil` where they are numbered.
  let names: [String]?
  package let title: String?
  package let size: Size
  private let columns: Int?
  private let grid: ImageGrid

  /// Takes the units' weights; without `labels`, units are numbered from 1.
  package init(
    _ subject: Subject = .units, units: [[Float]], imageWidth: Int, imageHeight: Int,
    channels: Int = 1, labels: [String]? = nil, columns: Int? = nil, title: String? = nil,
    width: Double = Typography.measure
  ) {
    self.units = units
    self.imageWidth = imageWidth
    self.imageHeight = imageHeight
    self.channels = channels
    self.subject = subject
    names = labels?.count == units.count ? labels : nil
    self.title = title
    self.columns = columns
    grid = ImageGrid(
      count: units.count, columns: columns, width: width,
      pixels: (imageWidth, imageHeight * channels),
      minimumColumnWidth: 108, captionHeight: 36, top: Heading.height(title))
    let height = Heading.height(title) + grid.height + ColourBar.height + 6
    size = Size(width: width, height: units.isEmpty ? 80 : height.rounded(.up))
  }

  package func resized(to width: Double) -> WeightsGrid {
    WeightsGrid(
      subject, units: units, imageWidth: imageWidth, imageHeight: imageHeight, channels: channels,
      labels: names, columns: columns, title: title, width: width)
  }

  /// What stands below each image.
  package var labels: [String] {
    names ?? units.indices.map { "\(subject.label) \($0 + 1)" }
  }

  package func validate() throws(FigureError) {
    try FigureError.checkPixelCounts(
      units.lazy.map(\.count), width: imageWidth, height: imageHeight * channels)
  }

  /// The largest finite weight regardless of its sign; 1 where all are zero.
  private var limit: Double {
    let largest = units.lazy.joined().filter(\.isFinite).map { Double($0.magnitude) }.max() ?? 0
    return largest > 0 ? largest : 1
  }

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard !units.isEmpty else {
      return Heading.drawNothing(subject.nothing, on: &canvas, theme)
    }
    let scale = ColourScale.diverging(upTo: limit, theme.diverging)
    let labels = labels
    for (index, weights) in units.enumerated() {
      let frame = grid.frame(index)
      let pixels = weights.map { scale($0.isFinite ? Double($0) : 0).pixel }
      canvas.draw(
        PixelImage(width: imageWidth, height: imageHeight * channels, pixels: pixels), in: frame)
      canvas.stroke(.rectangle(frame.inset(by: -0.5)), theme.frame)
      canvas.centredText(
        labels[index], at: Point(x: frame.centre.x, y: frame.bottom + 14), Typography.label,
        theme.ink, anchor: .middle, maxWidth: grid.columnWidth - 4)
    }
    drawColourBar(scale, on: &canvas, theme)
  }

  private func drawColourBar(_ scale: ColourScale, on canvas: inout Canvas, _ theme: Theme) {
    let barWidth = min(300, size.width / 2)
    let ticks = Ticks(scale.domain, count: barWidth < 150 ? 2 : 5)
    ColourBar(
      scale: scale, ticks: ticks.values, labels: ValueFormat.number.labels(ticks),
      title: subject.quantity
    ).draw(
      in: Rect(
        left: 0, top: size.height - ColourBar.height - 2, right: size.width, bottom: size.height),
      barWidth: barWidth, on: &canvas, theme)
  }
}
