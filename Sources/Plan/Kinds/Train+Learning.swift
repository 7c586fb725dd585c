import Learning
import Notebook

extension Train {
  /// The optimizers by their names.
  static let optimizerName = OptionDeclaration<String>(
    "optimizer",
    .scalar(
      optimizers.map { $0.name }.listed(with: "or"), choices: optimizers.map { $0.name },
      canonical: { $0 }
    ) { text in optimizers.contains { $0.name == text } ? text : nil },
    .defaulted(GradientDescent.name),
    "how weights follow their gradient; others than gradient-descent need batch")
  static let weightDecay = OptionDeclaration<Double>(
    "weight-decay", .number("a number from 0", where: { $0 >= 0 }), .optional,
    "with batch: what of each weight an update takes away"
      + optimizers.filter { $0.weightDecay > 0 }
      .map { "; \($0.weightDecay) by default with \($0.name)" }.joined())
  static let rate = OptionDeclaration<LearningRate>(
    "learning-rate", .learningRate, .defaulted(LearningRate(GradientDescent.learningRate)),
    "what the gradient is multiplied with in an update; a schedule needs batch"
      + Dictionary(grouping: optimizers.dropFirst(), by: { $0.learningRate }).sorted {
        $0.key < $1.key
      }
      .map { "; \($0) by default with \($1.map { $0.name }.listed(with: "and"))" }.joined())
  static let warmUp = OptionDeclaration<Int>(
    "warm-up", .wholeNumber(1...1_000_000), .optional,
    "with batch: over how many epochs, or iterations where these are the length, the rate first rises"
  )

  /// What optimizers can be told beside rate and decay, each key once.
  static let optimizerSettings: [(option: OptimizerOption, setting: OptimizerSetting)] = {
    var result: [(option: OptimizerOption, setting: OptimizerSetting)] = []
    for setting in optimizers.flatMap({ $0.settings })
    where !result.contains(where: { $0.setting.key == setting.key }) {
      result.append((OptimizerOption(setting), setting))
    }
    return result
  }()

  /// The names of the optimizers that can be told something.
  static func takers(of key: String) -> [String] {
    optimizers.filter { $0.settings.contains { $0.key == key } }.map { $0.name }
  }

  /// The optimizer with what is written of its settings; `nil` where something is wrong.
  static func optimizer(_ decoder: inout OptionDecoder, isBatched: Bool) -> (any Optimizer)? {
    let before = decoder.diagnostics.count
    let name = decoder.value(optimizerName)
    let kind = optimizers.first { $0.name == name } ?? GradientDescent.self
    if name != nil, kind != GradientDescent.self, !isBatched {
      decoder.diagnose(
        "\(kind.name) updates batch by batch", at: optimizerName.key,
        help: "write 'batch: 128' and 'epochs: 10' too")
    }
    let decay = decoder.isWritten(weightDecay) ? decoder.optional(weightDecay) : kind.weightDecay
    var settings: [String: Double] = [:]
    for (option, setting) in optimizerSettings where option.isWritten(&decoder) {
      settings[setting.key] = option.value(&decoder)
      if name != nil, !takers(of: setting.key).contains(kind.name) {
        decoder.diagnose(
          "\(kind.name) takes no '\(setting.key)'", at: setting.key,
          help: "leave it out, or write 'optimizer: "
            + "\(takers(of: setting.key).listed(with: "or"))'")
      }
    }
    expectNeeded(kind, settings, &decoder)
    expectBatches(&decoder, isBatched)
    guard decoder.diagnostics.count == before, let decay else { return nil }
    return kind.init(weightDecay: decay, settings)
  }

  /// Notes settings that are nothing without another one.
  private static func expectNeeded(
    _ kind: any Optimizer.Type, _ settings: [String: Double], _ decoder: inout OptionDecoder
  ) {
    for setting in kind.settings {
      guard let needed = setting.needs, settings[setting.key] ?? 0 > 0, settings[needed] ?? 0 == 0
      else { continue }
      decoder.diagnose(
        "\(setting.key) needs a \(needed)", at: setting.key, help: "write '\(needed): 0.9'")
    }
  }

  private static func expectBatches(_ decoder: inout OptionDecoder, _ isBatched: Bool) {
    guard !isBatched else { return }
    let keys = [weightDecay.key, warmUp.key] + optimizerSettings.map(\.setting.key)
    for key in keys where decoder.written(key) != nil {
      decoder.note(key)
      decoder.diagnose(
        "\(key) goes with training batch by batch", at: key,
        help: "write 'batch: 128' and 'epochs: 10' too")
    }
  }

  /// The rate with its schedule and warm-up; `nil` where one is wrong.
  static func learningRate(
    _ decoder: inout OptionDecoder, _ optimizer: (any Optimizer)?, isBatched: Bool
  ) -> LearningRate? {
    let usual = optimizer.map { type(of: $0).learningRate } ?? GradientDescent.learningRate
    let option = OptionDeclaration(
      rate.key, rate.type, .defaulted(LearningRate(usual)), rate.summary)
    let learningRate = decoder.value(option)
    if let learningRate, learningRate.schedule != .constant, !isBatched {
      decoder.diagnose(
        "a rate that changes goes with training batch by batch", at: rate.key,
        help: "write 'batch: 128' and 'epochs: 10' too")
      return nil
    }
    guard decoder.isWritten(warmUp) else { return learningRate }
    return decoder.optional(warmUp).flatMap { learningRate?.warmingUp($0) }
  }
}

/// A setting of an optimizer as an option of its step.
enum OptimizerOption {
  case share(OptionDeclaration<Double>)
  case flag(OptionDeclaration<Bool>)

  init(_ setting: OptimizerSetting) {
    let optimizers = Train.takers(of: setting.key).listed(with: "or")
    let summary = "with batch and \(optimizers): \(setting.summary)"
    switch setting.form {
    case .share:
      self = .share(
        OptionDeclaration(
          setting.key, .number("a number from 0 to below 1", where: { (0..<1).contains($0) }),
          .optional, summary))
    case .flag: self = .flag(OptionDeclaration(setting.key, .boolean, .optional, summary))
    }
  }

  var documentation: OptionDocumentation {
    switch self {
    case .share(let option): option.documentation
    case .flag(let option): option.documentation
    }
  }

  func isWritten(_ decoder: inout OptionDecoder) -> Bool {
    switch self {
    case .share(let option): decoder.isWritten(option)
    case .flag(let option): decoder.isWritten(option)
    }
  }

  /// Its value as a number; `nil` where it cannot be read.
  func value(_ decoder: inout OptionDecoder) -> Double? {
    switch self {
    case .share(let option): decoder.optional(option)
    case .flag(let option): decoder.optional(option).map { $0 ? 1 : 0 }
    }
  }
}

extension OptionType where Value == LearningRate {
  /// A number, or a schedule.
  static var learningRate: Self {
    .phrase(
      LearningRate.description, choices: LearningRate.schedules,
      phrases: [OptionPhrase("step", then: ["by", "every"])], canonical: { $0.text },
      read: LearningRate.init)
  }
}
