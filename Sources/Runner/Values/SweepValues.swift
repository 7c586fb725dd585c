import Language
import Plan
import Results
import Statistics

/// The values and tables of a sweep, from what was measured of each run.
struct SweepValues {
  private let sweep: Sweep
  /// The measures of each run.
  private let measured: [[Value]]
  private let groups: [Group]

  /// Runs that differ in nothing but seeds.
  private struct Group {
    let runs: [Int]
    /// Of each measure.
    let samples: [Sample?]
  }

  init(_ sweep: Sweep, _ measured: [[Value]]) {
    self.sweep = sweep
    self.measured = measured
    var runs = Array(repeating: [Int](), count: sweep.grid.groupCount)
    for run in measured.indices { runs[sweep.grid.group(of: run)].append(run) }
    groups = runs.map { runs in
      Group(
        runs: runs,
        samples: sweep.measures.indices.map { measure in
          Sample(runs.compactMap { measured[$0][measure].asNumber })
        })
    }
  }

  var fields: [Field] {
    let fields = [
      Field("count", .integer(measured.count)),
      Field("runs", .list(measured.indices.map { .record(run($0)) })),
      Field("groups", .list(groups.map { .record(group($0)) })),
    ]
    return fields + (best.map { [Field("best", .record($0))] } ?? [])
  }

  // MARK: - Records

  private func run(_ run: Int) -> [Field] {
    SweepNames.fields(
      zip(sweep.grid.axes, sweep.grid.choices(of: run)).map { (path: $0.path, value: $1.value) }
        + zip(sweep.measures, measured[run]).map { (path: $0.path, value: $1) })
  }

  private func group(_ group: Group) -> [Field] {
    let choices = choices(of: group).map { (path: $0.axis.path, value: $0.choice.value) }
    return [Field("runs", .integer(group.runs.count))]
      + SweepNames.fields(
        choices
          + zip(sweep.measures, group.samples).map {
            (path: $0.path, value: .record(Self.record($1)))
          })
  }

  private static func record(_ sample: Sample?) -> [Field] {
    func number(_ value: Double?) -> Value {
      value.map(Value.number) ?? .unknown(because: "there is a single run")
    }
    return [
      Field("mean", number(sample?.mean)),
      Field("sd", number(sample?.deviation)),
      Field("low", number(sample?.interval?.lowerBound)),
      Field("high", number(sample?.interval?.upperBound)),
      Field("min", number(sample?.min)),
      Field("max", number(sample?.max)),
    ]
  }

  /// What a group has in common: the choices of all axes but seeds.
  private func choices(of group: Group) -> [(axis: SweepAxis, choice: SweepAxis.Choice)] {
    guard let first = group.runs.first else { return [] }
    return zip(sweep.grid.axes, sweep.grid.choices(of: first)).filter { !$0.0.isSeed }
      .map { (axis: $0, choice: $1) }
  }

  // MARK: - The best

  /// The best group, or the best run of a single group, and how many others are as good.
  private var best: [Field]? {
    guard let best = sweep.best else { return nil }
    let numbers =
      groups.count == 1
      ? measured.map { $0[best.measure].asNumber ?? .nan }
      : groups.map { $0.samples[best.measure]?.mean ?? .nan }
    guard let (place, ties) = Self.best(of: numbers, isLowest: best.isLowest) else { return nil }
    return (groups.count == 1 ? run(place) : group(groups[place])) + [Field("ties", .integer(ties))]
  }

  /// The first of the best numbers, and how many others are equal but for rounding.
  private static func best(of numbers: [Double], isLowest: Bool) -> (place: Int, ties: Int)? {
    guard
      let place = numbers.indices.min(by: { a, b in
        isLowest ? numbers[a] < numbers[b] : numbers[a] > numbers[b]
      })
    else { return nil }
    let best = numbers[place]
    let ties = numbers.count { abs($0 - best) <= 1e-12 * best.magnitude } - 1
    return (place, max(0, ties))
  }

  // MARK: - Tables

  /// One table with a line a measure, where only seeds vary; else one a measure with a line a group.
  var tables: [StepTable] {
    guard groups.count > 1 else {
      guard let group = groups.first else { return [] }
      return [
        StepTable(
          caption: Self.caption(ofRuns: group.runs.count),
          columns: [.init("measure", .left)] + Self.columns,
          rows: zip(sweep.measures, group.samples).map { [.text($0.name)] + Self.cells($1, $0) })
      ]
    }
    let axes = sweep.grid.axes.filter { !$0.isSeed }
    return sweep.measures.enumerated().map { place, measure in
      StepTable(
        caption: withBest(place, "\(measure.name) by \(Words.list(axes.map(\.name)))"),
        columns: axes.map { .init(.text($0.name), $0.isText ? .left : .right) } + [.init("runs")]
          + Self.columns,
        rows: groups.map { group in
          choices(of: group).map { .text($0.choice.text) } + [.text("\(group.runs.count)")]
            + Self.cells(group.samples[place], measure)
        })
    }
  }

  private static func caption(ofRuns count: Int) -> Words {
    count == 1
      ? "1 run that differ in nothing but seeds"
      : "\(grouped(count)) runs that differ in nothing but seeds"
  }

  private static let columns: [StepTable.Column] = [
    .init("mean"), .init("sd"), .init("95% interval"), .init("smallest"), .init("largest"),
  ]

  private static func cells(_ sample: Sample?, _ measure: SweepMeasure) -> [Words] {
    func text(_ number: Double?) -> String {
      guard let number else { return "–" }
      return measure.isShare ? percent(number, digits: 2) : DecimalText.short(number)
    }
    let interval = sample?.interval.map { interval -> Words in
      "\(text(interval.lowerBound)) to \(text(interval.upperBound))"
    }
    return [
      .text(text(sample?.mean)), .text(text(sample?.deviation)), interval ?? .text("–"),
      .text(text(sample?.min)), .text(text(sample?.max)),
    ]
  }

  /// A caption with which group is the best by a measure, and whether others are as good.
  private func withBest(_ measure: Int, _ caption: Words) -> Words {
    guard let best = sweep.best, best.measure == measure,
      let (place, ties) = Self.best(
        of: groups.map { $0.samples[measure]?.mean ?? .nan }, isLowest: best.isLowest)
    else { return caption }
    let names = Words.list(choices(of: groups[place]).map(\.choice.text))
    let told: Words =
      best.isLowest
      ? "\(caption): the lowest mean is that of \(names)"
      : "\(caption): the highest mean is that of \(names)"
    return switch ties {
    case 0: told
    case 1: "\(told); 1 other is as good"
    default: "\(told); \(ties) others are as good"
    }
  }
}

extension SweepAxis {
  /// Whether a choice is words rather than a number.
  fileprivate var isText: Bool {
    choices.contains { if case .text = $0.value { true } else { false } }
  }
}
