import Language

/// The labels of a data set as its files have them.
struct RawLabels: Sendable {
  /// What stands for no label.
  static let none = Int32.min

  /// The bytes that the label of a row takes while it is resolved: its number, and its class.
  static let memory = MemoryLayout<Int32>.stride + MemoryLayout<UInt16?>.stride

  /// For each row a whole number, or the place of its text in `texts`; `none` where it has no label.
  var numbers: [Int32]
  /// The texts that the labels are; `nil` where they are numbers.
  var texts: [String]?
  /// The names of the classes that come with the files, by the numbers of the labels from
  /// `firstNamed` on; `nil` where none do.
  var names: [String]?
  var firstNamed = 0
  /// Where a label stands, for errors: the path of its file, and the line of a row.
  let place: @Sendable (_ row: Int) -> DataPlace

  /// The class of each row, and what the classes are.
  ///
  /// - Parameter declared: What somebody said of the classes; it goes before what the files say.
  /// - Throws: `DatasetError` for the first label that is no class.
  func resolved(_ declared: DeclaredClasses?) throws(DatasetError) -> (
    labels: [UInt16?], classes: ClassList, note: DataNote?
  ) {
    if let texts { return try resolved(texts, declared) }
    if case .names(let names)? = declared { return try named(names, isDeclared: true) }
    if declared == nil, let names { return try named(names, isDeclared: false) }
    return try numbered(declared)
  }

  // MARK: - Numbers

  private func numbered(_ declared: DeclaredClasses?) throws(DatasetError) -> (
    labels: [UInt16?], classes: ClassList, note: DataNote?
  ) {
    var highest = -1
    var lowest = Int32.max
    for number in numbers where number != Self.none {
      highest = max(highest, Int(number))
      lowest = min(lowest, number)
    }
    guard case .count(let count)? = declared else {
      if highest > 1, Int(lowest) == 1, numbers.count >= 100 {
        throw error(at: numbers.firstIndex(of: 1) ?? 0, .labelsFromOne(last: highest))
      }
      let count = max(1, highest + 1)
      return (
        try classes(below: min(count, ClassList.bounds.upperBound)), ClassList(count: count), nil
      )
    }
    return (try classes(below: count), ClassList(count: count, isDeclared: true), nil)
  }

  /// The numbers as classes, each below `count`.
  private func classes(below count: Int, less first: Int = 0) throws(DatasetError) -> [UInt16?] {
    var labels = [UInt16?](repeating: nil, count: numbers.count)
    for (row, number) in numbers.enumerated() where number != Self.none {
      let label = Int(number) - first
      guard (0..<count).contains(label) else {
        throw error(at: row, .label(found: String(number), classes: count, first: first))
      }
      labels[row] = UInt16(label)
    }
    return labels
  }

  /// Numbers for which there are names.
  ///
  /// Where there are as many names as labels that count from 1,
  /// the first name is that of 1.
  private func named(_ names: [String], isDeclared: Bool) throws(DatasetError) -> (
    labels: [UInt16?], classes: ClassList, note: DataNote?
  ) {
    guard isDeclared else {
      let list = ClassList(names: names, firstLabel: firstNamed)
      return (try classes(below: names.count, less: firstNamed), list, nil)
    }
    var countsFromOne = false
    for number in numbers where number != Self.none {
      if number == 0 { countsFromOne = false; break }
      if Int(number) == names.count { countsFromOne = true }
    }
    let first = countsFromOne ? 1 : 0
    let labels = try classes(below: names.count, less: first)
    let list = ClassList(names: names, firstLabel: first)
    let note = DataNote(
      "labels count from 1: 1 is \(names[0]), \(names.count) is \(names[names.count - 1])",
      help: nil)
    return (labels, list, countsFromOne ? note : nil)
  }

  // MARK: - Texts

  private func resolved(_ texts: [String], _ declared: DeclaredClasses?) throws(DatasetError) -> (
    labels: [UInt16?], classes: ClassList, note: DataNote?
  ) {
    let names: [String]
    switch declared {
    case .names(let declared): names = declared
    case .count(let count):
      names = texts.sorted(by: Self.precedes)
      guard names.count == count else {
        throw error(at: 0, .classCount(found: names.count, declared: count))
      }
    case nil: names = texts.sorted(by: Self.precedes)
    }
    guard ClassList.bounds.contains(names.count) else {
      throw error(at: 0, .classCount(found: names.count, declared: ClassList.bounds.upperBound))
    }
    let places = Dictionary(zip(names, names.indices)) { first, _ in first }
    let classes = texts.map { places[$0] }
    var labels = [UInt16?](repeating: nil, count: numbers.count)
    for (row, number) in numbers.enumerated() where number != Self.none {
      guard let label = classes[Int(number)] else {
        throw error(at: row, .unknownLabel(texts[Int(number)], names: names))
      }
      labels[row] = UInt16(label)
    }
    return (labels, ClassList(names: names, areLabels: true), nil)
  }

  /// Texts in the order of their bytes, but numbers within them by their size: `class2` before
  /// `class10`.
  static func precedes(_ one: String, _ other: String) -> Bool {
    var (a, b) = (Array(one.utf8)[...], Array(other.utf8)[...])
    while let x = a.first, let y = b.first {
      if x.isDigit, y.isDigit {
        let (m, n) = (a.prefix { $0.isDigit }, b.prefix { $0.isDigit })
        let (p, q) = (m.drop { $0 == UInt8(ascii: "0") }, n.drop { $0 == UInt8(ascii: "0") })
        if p.count != q.count { return p.count < q.count }
        if !p.elementsEqual(q) { return p.lexicographicallyPrecedes(q) }
        a = a.dropFirst(m.count)
        b = b.dropFirst(n.count)
        continue
      }
      if x != y { return x < y }
      a = a.dropFirst()
      b = b.dropFirst()
    }
    return a.isEmpty && b.isEmpty ? one < other : a.isEmpty && !b.isEmpty
  }

  private func error(at row: Int, _ problem: DatasetError.Problem) -> DatasetError {
    let place = place(row)
    return DatasetError(
      problem, in: place.path, line: place.line, column: place.column, row: place.row)
  }
}

/// Where something of a data set stands.
struct DataPlace: Sendable {
  let path: String
  var line: Int?
  var column: Int?
  /// The row of its file, from 0, where it has no lines.
  var row: Int?
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") <= 9 }
}
