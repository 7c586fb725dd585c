import Language
package import Results

extension DigitGrid {
  /// How many misreadings the alternative text names, and how many rows the table has.
  private static let namedVerdicts = 12
  private static let tableRows = 200

  package var alternativeText: String {
    guard !items.isEmpty else { return phrase("No images.") }
    let count = items.count == 1 ? phrase("One image") : phrase("{} images", grouped(items.count))
    let judged = items.compactMap(\.isRight)
    guard !judged.isEmpty else { return with(names: count) }
    let wrong = items.filter { $0.isRight == false }
    let right = judged.count - wrong.count
    if items.count == 1 {
      return with(names: wrong.isEmpty ? phrase("One image, read as what it is") : count)
    }
    if wrong.isEmpty { return with(names: phrase("{}, all read as what they are", count)) }
    let summary =
      right == 0
      ? phrase("all misread")
      : phrase("{} and {}", Self.right(right), Self.misread(wrong.count))
    return phrase("{}: {}", "\(count), \(summary)", Self.listed(wrong.compactMap(\.verdict))) + "."
  }

  private static func right(_ count: Int) -> String {
    count == 1
      ? phrase("1 read as what it is") : phrase("{} read as what they are", "\(count)")
  }

  private static func misread(_ count: Int) -> String {
    count == 1 ? phrase("1 misread") : phrase("{} misread", "\(count)")
  }

  /// The first of some texts, and how many more there are.
  private static func listed(_ texts: [String]) -> String {
    let named = texts.prefix(namedVerdicts).joined(separator: ", ")
    let more = texts.count - namedVerdicts
    return more > 0 ? phrase("{} and {} more", named, "\(more)") : named
  }

  /// A sentence with the labels, or else the verdicts, of the first images behind it.
  private func with(names sentence: String) -> String {
    let known = items.compactMap { $0.isRight == false ? $0.verdict : $0.label ?? $0.verdict }
    return (known.isEmpty ? sentence : phrase("{}: {}", sentence, Self.listed(known))) + "."
  }

  package var data: Table {
    let columns: [(title: String, cell: (Item) -> String?)] = [
      (phrase("Index"), { $0.index.map(grouped) }),
      (phrase("Label"), { $0.label }),
      (phrase("Read as"), { $0.prediction }),
      (phrase("Probability"), { $0.probability.map { percent($0) } }),
    ]
    let shown = items.prefix(Self.tableRows)
    let known = columns.filter { column in shown.contains { column.cell($0) != nil } }
    let rows = shown.enumerated().map { place, item in
      ["\(place + 1)"] + known.map { $0.cell(item) ?? "–" }
    }
    let isWhole = shown.count == items.count
    return Table(
      caption: isWhole
        ? nil : phrase("The first {} of {} images.", "\(shown.count)", grouped(items.count)),
      columns: [Table.Column(phrase("Image"))] + known.map { Table.Column($0.title) }, rows: rows)
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
