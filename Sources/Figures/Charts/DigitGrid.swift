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
    let lines =
      (items.contains(where: \.hasReading) ? 1.0 : 0) + (items.contains(where: \.hasDetail) ? 1 : 0)
    grid = ImageGrid(
      count: items.count, columns: columns, width: width, pixels: (images.width, images.height),
      minimumColumnWidth: Self.textWidth(items), captionHeight: lines * 21 + 16,
      top: Heading.height(title))
    self.width = width
  }

  private let width: Double

  package var isPictorial: Bool { !images.isInk }

  package func resized(to width: Double) -> DigitGrid {
    DigitGrid(items: items, images: images, columns: columns, title: title, width: width)
  }

  /// The room that the longest text below an image takes, in CSS pixels: by the widths of figures
  /// and small letters, since nothing is measured before there is a canvas.
  private static func textWidth(_ items: [Item]) -> Double {
    let verdicts = items.map { item in
      let mark = item.isRight == nil ? 0 : VerdictMark.width + 5
      return Double(item.verdict?.count ?? 0) * 0.5 * Typography.strong.size + mark
    }
    let details = items.map { Double($0.detail?.count ?? 0) * 0.5 * Typography.detail.size }
    // Longer texts are cut short.
    let longest = 132.0
    return 4 + max(min(verdicts.max() ?? 0, longest), details.max() ?? 0, 36)
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
    if items.isEmpty { Heading.drawNothing("No images", on: &canvas, theme) }
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

  /// The first line is the verdict, the second, quieter one what else is known.
  private func drawCaption(
    of item: Item, below frame: Rect, on canvas: inout Canvas, _ theme: Theme
  ) {
    let room = grid.columnWidth - 4
    let middle = Point(x: frame.centre.x, y: frame.bottom + 14)
    if let verdict = item.verdict {
      let style = item.isRight == false ? Typography.strong : Typography.label
      let colour = item.isRight == false ? theme.wrong : theme.ink
      let mark = item.isRight == nil ? 0 : VerdictMark.width + 5
      let textWidth = min(canvas.width(verdict, style), room - mark)
      let left = middle.x - (textWidth + mark) / 2
      if let isRight = item.isRight {
        VerdictMark(start: Point(x: left, y: middle.y), isRight: isRight, colour: colour)
          .draw(on: canvas)
      }
      canvas.centredText(
        verdict, at: Point(x: left + mark, y: middle.y), style, colour, maxWidth: textWidth + 1)
    }
    if let detail = item.detail {
      let y = item.hasReading ? middle.y + 21 : middle.y
      canvas.centredText(
        detail, at: Point(x: middle.x, y: y), Typography.detail, theme.muted, anchor: .middle,
        maxWidth: room)
    }
  }
}

extension DigitGrid.Item {
  var hasReading: Bool { label != nil || prediction != nil }
  var hasDetail: Bool { index != nil || probability != nil }

  /// Such as "2 read as 6".
  var verdict: String? {
    switch (label, prediction) {
    case (let label?, let prediction?):
      label == prediction ? label : "\(label) read as \(prediction)"
    case (let label?, nil): label
    case (nil, let prediction?): "read as \(prediction)"
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
