package import Notebook
package import Results

extension Sweep {
  /// The steps after which values are called, by a sweep as it is written: `train` and `dev` where
  /// it varies `train.layers` and measures `dev.accuracy`.
  package static func stepsInNames(of step: Step) -> Set<String> {
    let names = step.options.flatMap { option -> [String] in
      switch option.value {
      case .mapping(let options, _) where option.key == vary.key: options.map(\.key)
      case .list(let items, _) where option.key == measure.key: items.map(\.text)
      case .scalar(let text, _, _) where option.key == measure.key: [text]
      default: []
      }
    }
    return Set(names.compactMap { OptionDecoder.path($0) }.filter { $0.count > 1 }.map { $0[0] })
  }

  /// What values tell of the numbers of a group.
  package static let statistics: [ValueType.Member] = [
    .init("mean", .number, "the mean of the runs"),
    .init("sd", .number, "their standard deviation; unknown of one run"),
    .init("low", .number, "the lower end of the mean's 95 % interval, by Student's t"),
    .init("high", .number, "the upper end"),
    .init("min", .number, "the smallest"),
    .init("max", .number, "the largest"),
  ]

  var members: [ValueType.Member] {
    [
      .init("count", .integer, "how many runs there are"),
      .init(
        "runs", .list(.record(runMembers)),
        "each run: what was varied, and what was measured, the last of 'vary' changing fastest"),
      .init(
        "groups", .list(.record(groupMembers)),
        "runs that differ in nothing but seeds: what was varied, how many, and of each measure mean, "
          + "sd, low, high, min, max"),
    ]
      + (best == nil
        ? []
        : [
          .init(
            "best", .record(bestMembers),
            "the best group, or the best run where only seeds vary; and how many others are as good"
          )
        ])
  }

  /// The values of any sweep, by what stands for the names of its options and measures.
  static var documentedMembers: [ValueType.Member] {
    let varied = ValueType.Member("STEP.OPTION", .text, "what was varied, a number where it is one")
    let measured = "what was measured"
    let group: [ValueType.Member] = [
      .init("runs", .integer, "how many runs it has"), varied,
      .init("STEP.VALUE", .record(statistics), measured),
    ]
    return [
      .init("count", .integer, "how many runs there are"),
      .init(
        "runs", .list(.record([varied, .init("STEP.VALUE", .number, measured)])),
        "each run, the last of 'vary' changing fastest"),
      .init("groups", .list(.record(group)), "runs that differ in nothing but seeds"),
      .init(
        "best", .record([.init("ties", .integer, "how many others are exactly as good")]),
        "with 'best': the best group, or the best run where only seeds vary, and its values"),
    ]
  }

  private var runMembers: [ValueType.Member] {
    SweepNames.members(
      grid.axes.map { (path: $0.path, type: $0.type, summary: "what was varied") }
        + measures.map { (path: $0.path, type: $0.type, summary: "what was measured") })
  }

  private var groupMembers: [ValueType.Member] {
    [.init("runs", .integer, "how many runs it has")]
      + SweepNames.members(
        grid.axes.filter { !$0.isSeed }.map {
          (path: $0.path, type: $0.type, summary: "what was varied")
        }
          + measures.map {
            (path: $0.path, type: .record(Self.statistics), summary: "what was measured")
          })
  }

  private var bestMembers: [ValueType.Member] {
    (grid.groupCount == 1 ? runMembers : groupMembers)
      + [.init("ties", .integer, "how many others are exactly as good")]
  }
}

/// Names of two parts, `train.accuracy`, as records within a record.
package enum SweepNames {
  static func members(_ leaves: [(path: [String], type: ValueType, summary: String)])
    -> [ValueType.Member]
  {
    names(leaves.map(\.path)).map { name in
      let inner = leaves.filter { $0.path.first == name }
      if let leaf = inner.first, leaf.path.count == 1 {
        return .init(name, leaf.type, leaf.summary)
      }
      let rest = inner.map {
        (path: Array($0.path.dropFirst()), type: $0.type, summary: $0.summary)
      }
      return .init(name, .record(members(rest)), "of '\(name)'")
    }
  }

  /// The values, in the same order as the members.
  package static func fields(_ leaves: [(path: [String], value: Value)]) -> [Field] {
    names(leaves.map(\.path)).map { name in
      let inner = leaves.filter { $0.path.first == name }
      if let leaf = inner.first, leaf.path.count == 1 { return Field(name, leaf.value) }
      let rest = inner.map { (path: Array($0.path.dropFirst()), value: $0.value) }
      return Field(name, .record(fields(rest)))
    }
  }

  private static func names(_ paths: [[String]]) -> [String] {
    paths.compactMap(\.first).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
