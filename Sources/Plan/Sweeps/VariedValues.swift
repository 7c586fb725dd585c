import Notebook

/// The values that an option is set to in a sweep, and those of them that stand for all.
struct VariedValues {
  private(set) var all: [OptionValue] = []
  private(set) var samples: [Int] = []

  /// Values that are each written.
  init(_ written: [OptionValue]) {
    all = written
    samples = Array(written.indices)
  }

  /// Numbers in order, of which the ends are written.
  init(range numbers: [OptionValue]) {
    all = numbers
    let step = max(1, numbers.count / Self.most)
    samples = Array(stride(from: 0, to: numbers.count, by: step))
    if let last = numbers.indices.last, samples.last != last { samples.append(last) }
  }

  /// Numbers of a range that stand for all of it, about.
  private static let most = 100

  mutating func append(_ more: Self) {
    samples += more.samples.map { all.count + $0 }
    all += more.all
  }
}

extension OptionDecoder {
  /// The values of an option: the items of a list, with ranges of whole numbers written out.
  mutating func values(of value: OptionValue) -> VariedValues? {
    guard case .list(let items, let range) = value else { return expanded(value) }
    guard !items.isEmpty else {
      diagnose("the list is empty", at: range, key: Sweep.vary.key, help: nil)
      return nil
    }
    var values = VariedValues([])
    for item in items {
      guard let expanded = expanded(item) else { return nil }
      values.append(expanded)
      guard expectRoom(forRuns: values.all.count, at: range) else { return nil }
    }
    return values
  }

  /// `0 to 19` or `10 to 100 by 10` as its numbers; anything else as it is.
  private mutating func expanded(_ value: OptionValue) -> VariedValues? {
    guard case .scalar(let text, false, let range) = value else { return VariedValues([value]) }
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3 || words.count == 5, words[1] == "to",
      words.count == 3 || words[3] == "by"
    else { return VariedValues([value]) }
    guard let first = Int(grouped: words[0]), let last = Int(grouped: words[2]),
      let step = words.count == 3 ? 1 : Int(grouped: words[4]), step > 0, last >= first
    else {
      diagnose(
        "'\(text)' is no range", at: range, key: Sweep.vary.key,
        help: "write whole numbers, the smaller first: '0 to 19', or '10 to 100 by 10'")
      return nil
    }
    let (width, overflows) = last.subtractingReportingOverflow(first)
    let isCountable = !overflows && width / step < Int.max
    guard expectRoom(forRuns: isCountable ? width / step + 1 : .max, at: range) else { return nil }
    return VariedValues(
      range: stride(from: first, through: last, by: step).map {
        .scalar(String($0), isQuoted: false, range)
      })
  }

  /// Whether a notebook may have so many runs more; tells of it where it may not.
  mutating func expectRoom(forRuns count: Int, at range: SourceRange) -> Bool {
    let above = scope.directory.sweptRuns
    guard count > SweepGrid.most - above else { return true }
    diagnose(
      count > SweepGrid.most
        ? "a sweep of \(count) runs is larger than the largest, of \(SweepGrid.most)"
        : "the sweeps down to this one have \(above + count) runs, and a notebook "
          + "\(SweepGrid.most) at most",
      at: range, key: Sweep.vary.key, help: "vary less, or make several notebooks")
    return false
  }
}
