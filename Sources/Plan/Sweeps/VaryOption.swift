import Notebook
import Results

extension OptionDecoder {
  /// The axes of a sweep, in the order in which they are written: variants first, then options.
  mutating func axes() -> [SweepAxis]? {
    let before = diagnostics.count
    var axes: [SweepAxis] = []
    if let option = written(Sweep.variants.key), let axis = variants(option.value) {
      axes.append(axis)
    }
    if let option = written(Sweep.vary.key) { axes += varied(option.value) }
    guard diagnostics.count == before else { return nil }
    guard !axes.isEmpty else {
      diagnose(
        missing: [Sweep.vary.key, Sweep.variants.key], "the sweep varies nothing",
        at: Sweep.vary.key, help: "write 'vary: {seed: 0 to 4}'")
      return nil
    }
    // Each variant may set what the others do not.
    let names = axes.flatMap { axis in Set(axis.choices.flatMap(\.targets)).sorted() }
    if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      diagnose(
        "'\(names[twice])' is varied twice", at: Sweep.vary.key,
        help: "write it once, in 'vary' or in each variant")
      return nil
    }
    return axes
  }

  private mutating func varied(_ value: OptionValue) -> [SweepAxis] {
    guard case .mapping(let options, let range) = value else {
      diagnose(
        "vary is a mapping of options to their values", at: value.range, key: Sweep.vary.key,
        help: "write 'vary: {train.layers: [[10 relu, 10 softmax], [32 relu, 10 softmax]]}'")
      return []
    }
    if options.isEmpty {
      diagnose("the sweep varies nothing", at: range, key: Sweep.vary.key, help: nil)
    }
    var axes: [SweepAxis] = []
    for option in options {
      guard let axis = axis(option) else { continue }
      axes.append(axis)
      // Axes beyond the largest sweep need not be written out.
      let count = SweepGrid.count(of: axes.map(\.choices.count)) ?? .max
      guard count <= SweepGrid.most else {
        _ = expectRoom(forRuns: count, at: range)
        break
      }
    }
    return axes
  }

  private mutating func axis(_ option: StepOption) -> SweepAxis? {
    guard let target = target(option), let values = values(of: option.value) else { return nil }
    sweptRuns += values.all.count
    let choices = values.all.compactMap { value in
      setting(target, option, value).map { setting in
        SweepAxis.Choice(
          value: value.asValue, text: value.text, overrides: setting.override.map { [$0] } ?? [],
          seed: setting.seed, settings: [setting.text])
      }
    }
    guard choices.count == values.all.count else { return nil }
    var seen: Set<String> = []
    for (choice, value) in zip(choices, values.all) {
      // A seed is no repeat of itself, however it is written.
      let number = target.isSeed ? choice.value.asNumber : nil
      let name = number.map { "\($0)" } ?? choice.text
      if seen.insert(name).inserted { continue }
      diagnose(
        "'\(choice.text)' is there twice", at: value.range, key: Sweep.vary.key,
        help: "write each value once")
      return nil
    }
    // The run with the notebook's own seed is like no other: it shares what the notebook has.
    let own = scope.overrides.seed ?? scope.notebook.frontMatter.seed
    let unlike = choices.firstIndex { $0.seed == own }
    return SweepAxis(
      path: option.key.split(separator: ".").map(String.init),
      isSeed: target.isSeed, choices: choices,
      samples: values.samples + (unlike.map { values.samples.contains($0) ? [] : [$0] } ?? []))
  }

  private mutating func variants(_ value: OptionValue) -> SweepAxis? {
    let before = diagnostics.count
    guard case .mapping(let variants, _) = value, !variants.isEmpty else {
      diagnose(
        "variants is a mapping of names to options", at: value.range, key: Sweep.variants.key,
        help: "write 'small: {train.layers: [10 relu, 10 softmax]}', a line each")
      return nil
    }
    let choices = variants.map { variant -> SweepAxis.Choice in
      let settings = settings(ofVariant: variant)
      return SweepAxis.Choice(
        value: .text(variant.key), text: variant.key,
        overrides: settings.compactMap(\.override), seed: settings.compactMap(\.seed).first,
        settings: settings.map(\.text))
    }
    guard diagnostics.count == before else { return nil }
    return SweepAxis(
      path: ["variant"], isSeed: false, choices: choices, samples: Array(choices.indices))
  }

  private mutating func settings(ofVariant variant: StepOption) -> [Setting] {
    guard case .mapping(let options, _) = variant.value else {
      diagnose(
        "'\(variant.key)' is no mapping of options", at: variant.value.range,
        key: Sweep.variants.key,
        help: "write '\(variant.key): {train.layers: [10 relu, 10 softmax]}'")
      return []
    }
    return options.compactMap { option in
      target(option).flatMap { setting($0, option, option.value) }
    }
  }

  // MARK: - Targets and values

  /// What is set: the seed of the run, or an option of a step.
  private enum Target {
    case seed
    case option(step: String, String)

    var isSeed: Bool {
      switch self {
      case .seed: true
      case .option(_, let option): option == "seed"
      }
    }
  }

  private struct Setting {
    let text: String
    let override: Override?
    let seed: UInt32?
  }

  private mutating func target(_ option: StepOption) -> Target? {
    let (key, range) = (option.key, option.keyRange)
    if key == "seed" { return .seed }
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, Self.path(key) != nil else {
      let misspelling = parts.count == 1 ? Misspelling(key, among: ["seed"]) : nil
      diagnose(
        "'\(key)' is no option of a step", at: range, key: Sweep.vary.key,
        help: misspelling == nil ? "write STEP.OPTION, such as train.layers, or seed" : nil,
        misspelling: misspelling)
      return nil
    }
    guard case .above? = scope.place(of: parts[0]) else {
      let names = scope.namesAbove
      let misspelling = Misspelling(parts[0], among: names)
      let listed =
        names.isEmpty ? "a sweep varies steps above it" : "they are \(names.listed(with: "and"))"
      diagnose(
        "no step above is called '\(parts[0])'",
        at: option.keyPlaces.range(of: 0..<parts[0].count), key: Sweep.vary.key,
        help: misspelling == nil ? listed : nil, misspelling: misspelling)
      return nil
    }
    return .option(step: parts[0], parts[1])
  }

  private mutating func setting(_ target: Target, _ written: StepOption, _ value: OptionValue)
    -> Setting?
  {
    let text = "\(written.key)=\(value.text)"
    switch target {
    case .seed:
      guard case .scalar(let digits, _, _) = value,
        let seed = Int(grouped: digits).flatMap({ UInt32(exactly: $0) })
      else {
        diagnose(
          "the seed must be a whole number from 0 to \(UInt32.max)", at: value.range,
          key: Sweep.vary.key, help: "write 'seed: 0 to 4', or a list of seeds")
        return nil
      }
      return Setting(text: text, override: nil, seed: seed)
    case .option(let step, let option):
      // What the command line has is told at the step's kind.
      let isWritten = !isOverridden(Sweep.vary.key) && !isOverridden(Sweep.variants.key)
      let name = written.key.count - option.count..<written.key.count
      return Setting(
        text: text,
        override: Override(
          text: text, step: step, option: option, value: value,
          place: isWritten ? value.range : self.step.kindRange,
          optionPlace: isWritten ? written.keyPlaces.range(of: name) : nil),
        seed: nil)
    }
  }
}
