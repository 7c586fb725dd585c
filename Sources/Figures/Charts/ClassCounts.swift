import Language
package import Results

/// How many examples of each class one or several sets hold: bars with their counts.
///
/// Bars of several sets stand in panels side by side and are as long as the class's share of its
/// set, so that sets of unlike size can be compared.
package struct ClassCounts: Chart, Equatable {
  /// The counts of one set.
  package struct Series: Sendable, Equatable {
    /// Such as "Training"; shown above its panel.
    package let name: String
    /// One for each class; less than 0 counts as 0.
    package let counts: [Int]

    package init(name: String, counts: [Int]) {
      self.name = name
      self.counts = counts.map { max(0, $0) }
    }

    var total: Int {
      counts.reduce(0) { sum, count in
        let (total, isTooLarge) = sum.addingReportingOverflow(count)
        return isTooLarge ? .max : total
      }
    }

    func share(_ index: Int) -> Double {
      guard counts.indices.contains(index), total > 0 else { return 0 }
      return Double(counts[index]) / Double(total)
    }

    func count(_ index: Int) -> Int? {
      counts.indices.contains(index) ? counts[index] : nil
    }
  }

  package let series: [Series]
  /// One for each class.
  package let classNames: [String]
  package let title: String?
  package let size: Size

  /// Takes the sets; without a name for each class, classes are numbered from 0.
  package init(
    series: [Series], classNames: [String]? = nil, title: String? = nil,
    width: Double = Typography.measure
  ) {
    self.series = series
    let classes = series.map(\.counts.count).max() ?? 0
    let numbered = (0..<classes).map(String.init)
    self.classNames = classNames?.count == classes ? classNames ?? numbered : numbered
    self.title = title
    let panel = PanelRows.head + 26 * Double(classes) + 4
    let below = width < Typography.narrow ? max(1, Double(series.count)) : 1
    size = Size(width: width, height: classes == 0 ? 80 : Heading.height(title) + panel * below)
  }

  package func resized(to width: Double) -> ClassCounts {
    ClassCounts(series: series, classNames: classNames, title: title, width: width)
  }

  /// Whether the panels stand one below the other.
  private var isStacked: Bool { size.width < Typography.narrow }

  /// The rows around the panel of a set.
  private func panels(_ index: Int, on canvas: borrowing Canvas) -> PanelRows {
    PanelRows(
      names: classNames, panel: index, of: series.count, stacked: isStacked,
      top: Heading.height(title), bottom: size.height, foot: 4, on: canvas)
  }

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard !classNames.isEmpty else {
      return Heading.drawNothing(phrase("No classes"), on: &canvas, theme)
    }
    let largest = series.flatMap { set in classNames.indices.map { set.share($0) } }.max() ?? 0
    for (index, set) in series.enumerated() {
      let panels = panels(index, on: canvas)
      if isStacked || index == 0 { panels.drawNames(classNames, on: &canvas, theme) }
      let place = isStacked ? 0 : index
      panels.drawTitle(
        "\(set.name) (\(grouped(set.total)))", place, on: &canvas, theme)
      draw(set, largest, theme.colour(ofSeries: index), panels, place, on: &canvas, theme)
    }
  }

  private func draw(
    _ set: Series, _ largest: Double, _ colour: Colour, _ panels: PanelRows, _ index: Int,
    on canvas: inout Canvas, _ theme: Theme
  ) {
    let labels = classNames.indices.map { set.count($0).map(grouped) ?? "–" }
    var labelWidth = 0.0
    for label in labels { labelWidth = max(labelWidth, canvas.width(label, Typography.label)) }
    let area = panels.area(index, valueWidth: labelWidth + 8)
    let scale = LinearScale(
      0...max(largest, .leastNormalMagnitude), from: area.left, to: area.right)
    canvas.stroke(
      .line(
        Point(x: area.left - 0.5, y: area.top), Point(x: area.left - 0.5, y: area.bottom)),
      theme.line)
    canvas.note(panels.band(in: area))
    for (row, label) in labels.enumerated() {
      let top = panels.rows(row)
      let end = largest > 0 ? scale(set.share(row)) : area.left
      let bar = Rect(left: area.left, top: top, right: end, bottom: top + panels.rows.bandwidth)
      if end > area.left { canvas.fill(.bar(bar, radius: 2.5), colour) }
      canvas.centredText(
        label, at: Point(x: end + 7, y: panels.rows.centre(row)), Typography.label, theme.ink)
    }
  }
}

extension ClassCounts {
  package var alternativeText: String {
    let sentences = series.map { set -> String in
      let known = set.counts.indices
      guard let least = known.min(by: { set.counts[$0] < set.counts[$1] }),
        let most = known.max(by: { set.counts[$0] < set.counts[$1] }), set.total > 0
      else { return phrase("{}: no examples.", set.name) }
      guard set.total > 1 else {
        return phrase(
          "{}: {} example, of class {}.", set.name, grouped(set.total), classNames[most])
      }
      guard known.count > 1 else {
        return phrase("{}: {} examples of one class.", set.name, grouped(set.total))
      }
      return phrase(
        "{}: {} examples, from {} of class {} to {} of class {}.", set.name, grouped(set.total),
        grouped(set.counts[least]), classNames[least], grouped(set.counts[most]),
        classNames[most])
    }
    return sentences.isEmpty
      ? phrase("Examples per class: no sets.") : sentences.joined(separator: " ")
  }

  package var data: Table {
    Table(
      columns: [Table.Column(phrase("Class"), .left)]
        + series.flatMap { [Table.Column($0.name), Table.Column(phrase("Share of {}", $0.name))] },
      rows: classNames.indices.map { row in
        [classNames[row]]
          + series.flatMap { set in
            [
              set.count(row).map(grouped) ?? "–",
              set.count(row) == nil ? "–" : percent(set.share(row)),
            ]
          }
      })
  }
}
