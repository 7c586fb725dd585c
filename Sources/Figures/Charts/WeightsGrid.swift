import Language
package import Results

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
  private let names: [String]?
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

extension WeightsGrid {
  private static let tableRows = 200

  package var alternativeText: String {
    let all = units.lazy.joined().filter(\.isFinite)
    guard let low = all.min(), let high = all.max() else {
      return phrase("{}: no values.", subject.quantity)
    }
    let images = phrase(
      channels == 3
        ? "{} × {} pixels, one each for red, green and blue from top to bottom"
        : "{} × {} pixels", "\(imageWidth)", "\(imageHeight)")
    return phrase(
      "{} as images of {}, from {} to {}; {}.", sentenceStart, images,
      DecimalText.short(Double(low)), DecimalText.short(Double(high)), strongest)
  }

  /// Whose the number is that is farthest from zero.
  private var strongest: String {
    let index = units.indices.max { Self.reach(units[$0]) < Self.reach(units[$1]) } ?? 0
    let owner = names.map { $0[index] } ?? subject.owner(index)
    return switch subject {
    case .units, .filters: phrase("the strongest weight belongs to {}", owner)
    case .changes: phrase("the strongest change belongs to {}", owner)
    case .activations: phrase("the strongest activation belongs to {}", owner)
    }
  }

  private var sentenceStart: String {
    let count = units.count
    func counted(_ one: String, _ several: String) -> String {
      count == 1 ? phrase(one) : phrase(several, grouped(count))
    }
    return switch subject {
    case .units:
      counted("Incoming weights of one hidden unit", "Incoming weights of {} hidden units")
    case .changes:
      counted(
        "Changes of the incoming weights of one hidden unit",
        "Changes of the incoming weights of {} hidden units")
    case .filters: counted("Weights of one filter", "Weights of {} filters")
    case .activations: counted("Activations of one channel", "Activations of {} channels")
    }
  }

  private static func reach(_ weights: [Float]) -> Float {
    weights.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
  }

  package var data: Table {
    let shown = units.indices.prefix(Self.tableRows)
    let labels = labels
    let rows = shown.map { index in
      [labels[index]] + Self.summary(units[index].filter(\.isFinite).map(Double.init))
    }
    return Table(
      caption: shown.count == units.count
        ? nil : subject.first(shown.count, of: units.count),
      columns: [
        Table.Column(subject.label, .left), Table.Column(phrase("Least")),
        Table.Column(phrase("Mean")), Table.Column(phrase("Greatest")),
        Table.Column(phrase("Mean magnitude")), Table.Column(phrase("Positive")),
      ], rows: rows)
  }

  private static func summary(_ weights: [Double]) -> [String] {
    guard let low = weights.min(), let high = weights.max() else {
      return Array(repeating: "–", count: 5)
    }
    let count = Double(weights.count)
    let mean = weights.reduce(0, +) / count
    let magnitude = weights.reduce(0) { $0 + $1.magnitude } / count
    let positive = Double(weights.count { $0 > 0 }) / count
    return [
      DecimalText.fixed(low, digits: 4), DecimalText.fixed(mean, digits: 4),
      DecimalText.fixed(high, digits: 4), DecimalText.fixed(magnitude, digits: 4),
      percent(positive),
    ]
  }
}
