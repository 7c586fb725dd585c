/// The names of a CSV file's columns, and what they tell.
struct CSVNames {
  private let names: [String]
  private let isRow: Bool
  private let path: String

  init(_ first: [String], isRow: Bool, path: String) {
    names = first
    self.isRow = isRow
    self.path = path
  }

  /// Names that labels go by, the surest first.
  private static let labels = [
    "label", "class", "target", "y", "digit", "letter", "labels", "category",
  ]
  /// Names that what tells rows apart goes by; pandas leaves its own empty.
  private static let ids = [
    "", "id", "imageid", "image_id", "index", "unnamed: 0", "row", "row_id", "rowid",
  ]

  /// Whether a first line is a row already: one of numbers, but for a name or two, that do not just
  /// count on.
  static func areRow(_ fields: [String]) -> Bool {
    let numbers = fields.map { Double($0.trimmingSpaces) }
    let words = numbers.count { $0 == nil }
    guard words <= min(2, fields.count / 2) else { return false }
    let known = numbers.compactMap { $0 }
    // Names of columns may be numbers that count from 0 or 1.
    let countsOn = known.count > 2 && zip(known, known.dropFirst()).allSatisfy { $1 == $0 + 1 }
    return !countsOn
  }

  private func place(of wanted: [String]) -> Int? {
    guard !isRow else { return nil }
    let lower = names.map { $0.trimmingSpaces.lowercased() }
    return wanted.lazy.compactMap { lower.firstIndex(of: $0) }.first
  }

  func id(_ declared: String?) throws(DatasetError) -> Int? {
    guard let declared else { return place(of: Self.ids) }
    guard let place = names.firstIndex(of: declared), !isRow else {
      throw DatasetError(.noColumn(declared, shown), in: path, line: 1)
    }
    return place
  }

  func label(_ declared: CSVDeclaration.Label?, needed: Bool, pixels: Int?, id: Int?)
    throws(DatasetError) -> Int?
  {
    // A file of rows to predict has as many columns as there are pixels, or a label as well.
    if !needed, let pixels, names.count - (id == nil ? 0 : 1) == pixels { return nil }
    switch declared {
    case .first: return id == 0 ? 1 : 0
    case .last: return names.count - 1
    case .named(let name):
      if let place = names.firstIndex(of: name), !isRow { return place }
      guard needed else { return nil }
      throw DatasetError(.noColumn(name, shown), in: path, line: 1)
    case nil:
      if isRow { return 0 }
      if let place = place(of: Self.labels) { return place }
      guard needed else { return nil }
      throw DatasetError(.noLabelColumn(shown), in: path, line: 1)
    }
  }

  private var shown: [String] {
    isRow ? [] : names.map(Self.shown)
  }

  /// A name as an error shows it: short, and not empty.
  private static func shown(_ name: String) -> String {
    name.isEmpty ? "''" : name.count > 40 ? name.prefix(40) + "…" : name
  }

  /// Throws where columns of pixels are out of order, or where one among them is of another name.
  func expectPixels(_ places: [Int]) throws(DatasetError) {
    guard !isRow else { return }
    let numbered = places.map { NumberedName(names[$0]) }
    let known = numbered.compactMap { $0 }
    guard known.count * 3 >= places.count * 2, let first = known.first else { return }
    guard !known.contains(where: \.isGrid) else { return }
    var expected = first.number
    for (place, name) in zip(places, numbered) {
      guard let name, name.stem == first.stem else {
        throw DatasetError(
          .strayColumn(Self.shown(names[place])), in: path, line: 1, column: place + 1)
      }
      guard name.number == expected else {
        throw DatasetError(
          .columnName(
            found: Self.shown(names[place]), expected: Self.shown("\(first.stem)\(expected)")),
          in: path, line: 1, column: place + 1)
      }
      expected += 1
    }
  }
}

/// A name that ends with a number: `pixel12`, `12`; or a place in a grid: `3x12`.
private struct NumberedName {
  let stem: String
  let number: Int
  var isGrid: Bool { stem.last == "x" && stem.dropLast().last?.isNumber == true }

  init?(_ name: String) {
    let name = name.trimmingSpaces
    let digits = name.utf8.reversed().prefix { $0.isDigit }.count
    guard digits > 0, digits < 10,
      let number = Int(
        name.utf8.suffix(digits).reduce(into: "") {
          $0.unicodeScalars.append(Unicode.Scalar($1))
        })
    else { return nil }
    self.number = number
    stem = String(decoding: name.utf8.dropLast(digits), as: UTF8.self)
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    guard first == " " || last == " " else { return self }
    var rest = self[...].drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
