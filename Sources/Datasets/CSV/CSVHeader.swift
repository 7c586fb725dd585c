import Language

/// What the columns of a CSV file hold: told by the names in its first line or, where that is a row
/// already, by how many there are.
///
/// Kaggle writes `label,pixel0,pixel1,…`; others count pixels from 1, name them by row and column
/// (`1x1,1x2,…`), put the label last, or an index before all.
struct CSVHeader: Equatable {
  let separator: UInt8
  let columns: Int
  /// The column of the label; `nil` where there is none.
  let label: Int?
  /// The column that tells rows apart; `nil` likewise.
  let id: Int?
  /// The first column of pixels.
  let firstPixel: Int
  /// Whether a column that holds no pixels stands among those that do.
  let isScattered: Bool
  /// Pixels of a row.
  let imageSize: Int
  /// Bytes of the line, its end included; what stands before the rows where they begin at once.
  let byteCount: Int
  /// Whether the first line is a row.
  let beginsWithRow: Bool
  /// What was concluded of the columns that nobody said.
  let note: DataNote?

  var hasLabel: Bool { label != nil }
  /// The line of the first row, from 1.
  var firstLine: Int { beginsWithRow ? 1 : 2 }

  /// - Parameter pixels: How many pixels a row has, where another file of the set has told it.
  init(_ lines: CSVLines, _ declared: CSVDeclaration, needsLabel: Bool, pixels: Int? = nil)
    throws(DatasetError)
  {
    separator = lines.separator
    columns = lines.first.count
    guard columns > 1 || !needsLabel else { throw DatasetError(.oneField, in: lines.path, line: 1) }
    beginsWithRow = CSVNames.areRow(lines.first)
    byteCount = beginsWithRow ? lines.markSize : lines.firstSize
    let names = CSVNames(lines.first, isRow: beginsWithRow, path: lines.path)
    id = try names.id(declared.id)
    label = try names.label(declared.label, needed: needsLabel, pixels: pixels, id: id)
    note =
      beginsWithRow && label != nil && declared.label == nil
      ? DataNote(
        "there is no header: the first of \(columns) columns is taken for the label",
        help: "write 'label: first' to say so, or 'label: last'") : nil
    let special = Set([label, id].compactMap { $0 })
    let rest = (0..<columns).filter { !special.contains($0) }
    imageSize = rest.count
    let most = ImageForm.largestSide * ImageForm.largestSide * 3
    guard (1...most).contains(imageSize) else {
      throw DatasetError(.columns(found: columns, expected: 2), in: lines.path, line: 1)
    }
    try names.expectPixels(rest)
    firstPixel = rest.first ?? 0
    isScattered = (rest.last ?? 0) - firstPixel + 1 != rest.count
  }

  /// The rows that so many bytes have room for: a field takes a byte and another for the comma or line
  /// end behind it.
  func mostRows(in bytes: Int) -> Int { (bytes + 1) / (2 * columns) }

  /// What the field at an index of a row holds; `nil` for what tells rows apart.
  func field(_ index: Int) -> DatasetError.CSVField? {
    if index == label { return .label }
    if index == id { return nil }
    return .pixel(index - [label, id].count { $0.map { $0 < index } ?? false })
  }
}
