import Language
import Results

/// Where the parts of a confusion matrix lie.
struct ConfusionMatrixLayout {
  let columns: BandScale
  let rows: BandScale
  private let labelWidth: Double
  /// The texts of a cell that have room: the count, the share, both or neither.
  private let showsCounts: Bool
  private let showsShares: Bool

  /// The room above and below the cells.
  static let frameHeight = 50 + 16 + ColourBar.height + 4

  /// Counts are smaller where cells are.
  private let countStyle: TextStyle

  init(_ chart: ConfusionMatrixChart, on canvas: borrowing Canvas) {
    var longest = canvas.width(phrase("True"), Typography.label)
    for name in chart.classNames { longest = max(longest, canvas.width(name, Typography.label)) }
    labelWidth = min(longest, chart.size.width / 4) + 2
    let top = Heading.height(chart.title) + 50
    let classes = chart.matrix.classes
    // Whole steps keep the gaps between cells equal.
    let left = (labelWidth + 12).rounded(.up)
    let widest = min(110, (chart.size.width - left) / Double(classes))
    let step = max(1, widest.rounded(.down))
    columns = BandScale(count: classes, from: left, to: left + step * Double(classes))
    rows = BandScale(
      count: classes, from: top,
      to: chart.size.height - (Self.frameHeight - 50))
    let largest = chart.matrix.counts.joined().max() ?? 0
    countStyle = TextStyle(size: columns.step < 36 ? 12 : 16)
    let countWidth = canvas.width(grouped(largest), countStyle)
    let shareWidth = canvas.width(percent(1, digits: 0), Typography.detail)
    let lines = (chart.showsCounts ? 1.0 : 0) + (chart.showsShares ? 1 : 0)
    let hasRoom = rows.step >= 8 + 15 * lines
    showsCounts =
      chart.showsCounts && columns.step >= countWidth + (columns.step < 36 ? 3 : 6)
      && rows.step >= 20
    showsShares = chart.showsShares && columns.step >= shareWidth + 6 && hasRoom
  }

  func drawAxes(_ chart: ConfusionMatrixChart, on canvas: inout Canvas, _ theme: Theme) {
    let top = rows.start
    // A wide name above the first column reaches over the row's.
    let firstName = canvas.width(chart.classNames[0], Typography.label)
    let isWide = columns.step < 30 && columns.centre(0) - firstName / 2 < labelWidth + 4
    canvas.centredText(
      phrase("True"), at: Point(x: labelWidth, y: top - (isWide ? 38 : 14)), Typography.label,
      theme.ink,
      anchor: .end)
    canvas.centredText(
      phrase("Read as"), at: Point(x: columns.start, y: top - 38), Typography.label, theme.ink)
    drawColumnNames(chart.classNames, on: &canvas, theme)
    let rowStep = LabelLayout.stride(
      centres: chart.classNames.indices.map { rows.centre($0) },
      widths: chart.classNames.map { _ in Typography.label.size }, gap: 0)
    for index in stride(from: 0, to: chart.classNames.count, by: rowStep) {
      canvas.centredText(
        chart.classNames[index], at: Point(x: labelWidth, y: rows.centre(index)),
        Typography.label, theme.muted, anchor: .end, maxWidth: labelWidth - 1)
    }
  }

  /// Wide columns shorten their names, narrow ones name every second, third, … column.
  private func drawColumnNames(_ names: [String], on canvas: inout Canvas, _ theme: Theme) {
    var widths: [Double] = []
    for name in names { widths.append(canvas.width(name, Typography.label)) }
    let centres = names.indices.map { columns.centre($0) }
    let step = columns.step >= 30 ? 1 : LabelLayout.stride(centres: centres, widths: widths, gap: 4)
    for index in stride(from: 0, to: names.count, by: step) {
      canvas.centredText(
        names[index], at: Point(x: centres[index], y: rows.start - 14), Typography.label,
        theme.muted, anchor: .middle, maxWidth: columns.step * Double(step) - 3)
    }
  }

  /// The rows of the matrix, and its columns across the same area.
  var bands: [DataBand] {
    let cells = Rect(left: columns.start, top: rows.start, right: columns.end, bottom: rows.end)
    return [
      DataBand(.rowsDown, in: cells, at: (0..<rows.count).map { rows.centre($0) }),
      DataBand(.columnsAcross, in: cells, at: (0..<columns.count).map { columns.centre($0) }),
    ]
  }

  func drawCell(
    _ truth: Int, _ predicted: Int, _ chart: ConfusionMatrixChart, _ scale: ColourScale,
    on canvas: inout Canvas, _ theme: Theme
  ) {
    let left = columns(predicted)
    let top = rows(truth)
    let gap = columns.step >= 12 ? 1.0 : 0
    let cell = Rect(
      left: left + gap, top: top + gap, right: left + columns.step - gap,
      bottom: top + rows.step - gap)
    let share = chart.share(truth, predicted)
    let colour = scale(share)
    canvas.fill(.rectangle(cell), colour)
    let count = chart.matrix.counts[truth][predicted]
    guard count > 0 else { return }
    let ink = colour.readableText(preferring: [theme.ink, theme.background])
    var texts: [(String, TextStyle)] = []
    if showsCounts { texts.append((grouped(count), countStyle)) }
    if showsShares { texts.append((wholePercent(share), Typography.detail)) }
    for (line, text) in texts.enumerated() {
      let offset = texts.count == 2 ? (line == 0 ? -8.0 : 9.0) : 0
      canvas.centredText(
        text.0, at: Point(x: cell.centre.x, y: cell.centre.y + offset), text.1, ink,
        anchor: .middle)
    }
  }

  func drawColourBar(_ scale: ColourScale, on canvas: inout Canvas, _ theme: Theme) {
    let ticks = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1]
    ColourBar(
      scale: scale, ticks: ticks,
      labels: ticks.map { DecimalText.fixed($0 * 100, digits: 0) },
      title: phrase("Share of row (%)")
    ).draw(
      in: Rect(
        left: columns.start, top: rows.end + 16,
        right: max(columns.end, min(columns.start + 460, canvas.size.width - 2)),
        bottom: canvas.size.height),
      barWidth: min(280, canvas.size.width / 2), on: &canvas, theme)
  }
}
