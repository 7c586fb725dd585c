package import Results

extension DigitGrid {
  /// How many misreadings the alternative text names, and how many rows the table has.
  private static let namedVerdicts = 12
  private static let tableRows = 200

  package var alternativeText: String {
    guard !items.isEmpty else { return "No images." }
    let count = items.count == 1 ? "One image" : "\(grouped(items.count)) images"
    let judged = items.compactMap(\.isRight)
    guard !judged.isEmpty else { return "\(count)\(names)." }
    let wrong = items.filter { $0.isRight == false }
    let right = judged.count - wrong.count
    if items.count == 1 {
      return wrong.isEmpty ? "One image, read as what it is\(names)." : "One image\(names)."
    }
    if wrong.isEmpty { return "\(count), all read as what they are\(names)." }
    let summary =
      right == 0 ? "all misread" : "\(right) read as what they are and \(wrong.count) misread"
    let named = wrong.prefix(Self.namedVerdicts).compactMap(\.verdict).joined(separator: ", ")
    let more = wrong.count - Self.namedVerdicts
    return "\(count), \(summary): \(named)\(more > 0 ? " and \(more) more" : "")."
  }

  /// The labels, or else the verdicts, of the first images: " of 5, 0, 4".
  private var names: String {
    let known = items.compactMap { $0.isRight == false ? $0.verdict : $0.label ?? $0.verdict }
    guard !known.isEmpty else { return "" }
    let named = known.prefix(Self.namedVerdicts).joined(separator: ", ")
    let more = known.count - Self.namedVerdicts
    return ": \(named)\(more > 0 ? " and \(more) more" : "")"
  }

  package var data: Table {
    let columns: [(title: String, cell: (Item) -> String?)] = [
      ("Index", { $0.index.map(grouped) }),
      ("Label", { $0.label }),
      ("Read as", { $0.prediction }),
      ("Probability", { $0.probability.map { percent($0) } }),
    ]
    let shown = items.prefix(Self.tableRows)
    let known = columns.filter { column in shown.contains { column.cell($0) != nil } }
    let rows = shown.enumerated().map { place, item in
      ["\(place + 1)"] + known.map { $0.cell(item) ?? "–" }
    }
    let isWhole = shown.count == items.count
    return Table(
      caption: isWhole
        ? nil : "The first \(shown.count) of \(grouped(items.count)) images.",
      columns: [Table.Column("Image")] + known.map { Table.Column($0.title) }, rows: rows)
  }
}

extension FigureError {
  /// Finds a size that no image has, then the first image that has not `width × height` pixels.
  static func checkPixelCounts(
    _ counts: some Sequence<Int>, width: Int, height: Int
  ) throws(FigureError) {
    let (expected, isTooLarge) = width.multipliedReportingOverflow(by: height)
    guard width > 0, height > 0, !isTooLarge else { throw .imageSize(width: width, height: height) }
    for (index, count) in counts.enumerated() where count != expected {
      throw .pixelCount(image: index, expected: expected, found: count)
    }
  }
}
