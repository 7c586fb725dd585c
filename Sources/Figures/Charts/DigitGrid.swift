import Language
import Results

/// Images in rows, each with its label and its prediction.
package struct DigitGrid: Chart, Equatable {
  /// One image.
  package struct Item: Sendable, Equatable {
    /// Levels, channel by channel, rows from the top.
    package let pixels: [UInt8]
    /// Its place in its set, from 0.
    package let index: Int?
    /// What it is.
    package let label: String?
    /// What the model takes it for.
    package let prediction: String?
    /// The probability that the model gives its prediction, in 0...1.
    package let probability: Double?

    package init(
      pixels: [UInt8], index: Int? = nil, label: String? = nil, prediction: String? = nil,
      probability: Double? = nil
    ) {
      self.pixels = pixels
      self.index = index
      self.label = label
      self.prediction = prediction
      self.probability = probability
    }

    /// Whether the prediction is the label; `nil` where either is not known.
    package var isRight: Bool? {
      guard let label, let prediction else { return nil }
      return label == prediction
    }
  }

  package let items: [Item]
  /// The form of every image.
  package let images: ImageStyle
  package let title: String?
  private let columns: Int?
  private let grid: ImageGrid

  /// Takes images of one form; without `columns`, rows are made even.
  ///
  /// There are fewer columns than asked for where the texts below the images would not fit.
  package init(
    items: [Item], images: ImageStyle, columns: Int? = nil, title: String? = nil,
    width: Double = Typography.measure
  ) {
    self.items = items
    self.images = images
    self.title = title
    self.columns = columns
    let isBroken = Self.widest(items.map(\.verdict), marked: true) > Self.longestLine
    breaksVerdicts = isBroken
    let readings = items.map { isBroken ? $0.readings.count : $0.readings.isEmpty ? 0 : 1 }
    let lines = Double(readings.max() ?? 0) + (items.contains(where: \.hasDetail) ? 1 : 0)
    grid = ImageGrid(
      count: items.count, columns: columns, width: width, pixels: (images.width, images.height),
      minimumColumnWidth: Self.textWidth(items, isBroken: isBroken),
      captionHeight: lines * 21 + 16, top: Heading.height(title))
    self.width = width
  }

  private let width: Double
  /// Whether what an image was read as stands on a line of its own, since the names are long.
  private let breaksVerdicts: Bool

  package var isPictorial: Bool { !images.isInk }

  package func resized(to width: Double) -> DigitGrid {
    DigitGrid(items: items, images: images, columns: columns, title: title, width: width)
  }

  /// The widest line below an image, in CSS pixels; longer texts are cut short.
  private static let longestLine = 132.0

  /// The room that the longest of some texts takes, in CSS pixels: by the widths of figures and
  /// small letters, since nothing is measured before there is a canvas.
  private static func widest(_ texts: [String?], marked: Bool) -> Double {
    let letters = texts.lazy.compactMap { $0?.count }.max() ?? 0
    return letters == 0
      ? 0 : Double(letters) * 0.5 * Typography.strong.size + (marked ? VerdictMark.width + 5 : 0)
  }

  /// The room that the longest line below an image takes.
  private static func textWidth(_ items: [Item], isBroken: Bool) -> Double {
    let isJudged = items.contains { $0.isRight != nil }
    let readings = isBroken ? items.flatMap(\.readings) : items.compactMap(\.verdict)
    let details = items.map { Double($0.detail?.count ?? 0) * 0.5 * Typography.detail.size }
    return 4 + max(min(widest(readings, marked: isJudged), longestLine), details.max() ?? 0, 36)
  }

  package var size: Size {
    Size(
      width: width, height: items.isEmpty ? 80 : (Heading.height(title) + grid.height).rounded(.up)
    )
  }

  package func validate() throws(FigureError) {
    try FigureError.checkPixelCounts(
      items.lazy.map { $0.pixels.count / max(1, images.channels) }, width: images.width,
      height: images.height)
  }

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    if items.isEmpty { Heading.drawNothing(phrase("No images"), on: &canvas, theme) }
    for (index, item) in items.enumerated() {
      let frame = grid.frame(index)
      canvas.draw(
        PixelImage(
          width: images.width, height: images.height, pixels: images.pixels(item.pixels, theme)),
        in: frame)
      let isWrong = item.isRight == false
      canvas.stroke(
        .rectangle(frame.inset(by: isWrong ? -1 : -0.5)), isWrong ? theme.wrong : theme.frame,
        Pen(width: isWrong ? 2 : 1))
      drawCaption(of: item, below: frame, on: &canvas, theme)
    }
  }

  /// The first line is the verdict, in two where it is long, the last, quieter one what else is
  /// known.
  private func drawCaption(
    of item: Item, below frame: Rect, on canvas: inout Canvas, _ theme: Theme
  ) {
    var place = Point(x: frame.centre.x, y: frame.bottom + 14)
    let readings = breaksVerdicts ? item.readings : [item.verdict].compactMap { $0 }
    for (line, reading) in readings.enumerated() {
      drawReading(reading, of: item, isMarked: line == 0, at: place, on: &canvas, theme)
      place = Point(x: place.x, y: place.y + 21)
    }
    if let detail = item.detail {
      canvas.centredText(
        detail, at: place, Typography.detail, theme.muted, anchor: .middle,
        maxWidth: grid.columnWidth - 4)
    }
  }

  private func drawReading(
    _ reading: String, of item: Item, isMarked: Bool, at middle: Point, on canvas: inout Canvas,
    _ theme: Theme
  ) {
    let style = item.isRight == false ? Typography.strong : Typography.label
    let colour = item.isRight == false ? theme.wrong : theme.ink
    let isRight = isMarked ? item.isRight : nil
    let mark = isRight == nil ? 0 : VerdictMark.width + 5
    let textWidth = min(canvas.width(reading, style), grid.columnWidth - 4 - mark)
    let left = middle.x - (textWidth + mark) / 2
    if let isRight {
      VerdictMark(start: Point(x: left, y: middle.y), isRight: isRight, colour: colour)
        .draw(on: canvas)
    }
    canvas.centredText(
      reading, at: Point(x: left + mark, y: middle.y), style, colour, maxWidth: textWidth + 1)
  }
}

extension DigitGrid.Item {
  /// The verdict in up to two lines: "2", "read as 6".
  var readings: [String] {
    [label, isRight == true ? nil : prediction.map { phrase("read as {}", $0) }].compactMap { $0 }
  }
  var hasDetail: Bool { index != nil || probability != nil }

  /// Such as "2 read as 6".
  var verdict: String? {
    switch (label, prediction) {
    case (let label?, let prediction?):
      label == prediction ? label : phrase("{} read as {}", label, prediction)
    case (let label?, nil): label
    case (nil, let prediction?): phrase("read as {}", prediction)
    case (nil, nil): nil
    }
  }

  /// Such as "61% · #18".
  var detail: String? {
    let parts = [
      probability.map(wholePercent), index.map { "#\($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
