extension Train {
  /// What a training in batches does beside following the gradient; each is zero where left out.
  package struct Refinements: Sendable, Equatable {
    /// How much of the sum of gradients gradient descent keeps from update to update.
    package var momentum = 0.0
    package var isNesterov = false
    /// What of each weight and bias an update takes away, times the rate.
    package var weightDecay = 0.0
    /// The share of each label that is spread over all classes alike.
    package var labelSmoothing = 0.0
  }

  static let momentum = OptionDeclaration<Double>(
    "momentum", .number("a number from 0 to below 1", where: { (0..<1).contains($0) }), .optional,
    "with batch and gradient-descent: how much of the sum of gradients is kept")
  static let nesterov = OptionDeclaration<Bool>(
    "nesterov", .boolean, .optional, "with momentum: whether to look ahead by one step more")
  static let weightDecay = OptionDeclaration<Double>(
    "weight-decay", .number("a number from 0", where: { $0 >= 0 }), .optional,
    "with batch: what of each weight an update takes away; 0.01 by default with adamw")
  static let labelSmoothing = OptionDeclaration<Double>(
    "label-smoothing", .number("a number from 0 to below 1", where: { (0..<1).contains($0) }),
    .optional, "with batch: the share of each label that is spread over all classes")

  /// The refinements that are written; `nil` where one is wrong.
  static func refinements(
    _ decoder: inout OptionDecoder, _ optimizer: Optimizer?, isBatched: Bool
  ) -> Refinements? {
    let before = decoder.diagnostics.count
    var refinements = Refinements()
    refinements.weightDecay = optimizer == .adamw ? 0.01 : 0
    let isWritten = (
      momentum: decoder.isWritten(momentum), nesterov: decoder.isWritten(nesterov),
      decay: decoder.isWritten(weightDecay), smoothing: decoder.isWritten(labelSmoothing)
    )
    if let value = decoder.optional(momentum) { refinements.momentum = value }
    if let value = decoder.optional(nesterov) { refinements.isNesterov = value }
    if let value = decoder.optional(weightDecay) { refinements.weightDecay = value }
    if let value = decoder.optional(labelSmoothing) { refinements.labelSmoothing = value }
    let written = [
      (momentum.key, isWritten.momentum), (nesterov.key, isWritten.nesterov),
      (weightDecay.key, isWritten.decay), (labelSmoothing.key, isWritten.smoothing),
    ]
    for (key, isWritten) in written where isWritten && !isBatched {
      decoder.diagnose(
        "\(key) goes with training batch by batch", at: key,
        help: "write 'batch: 128' and 'epochs: 10' too")
    }
    if isWritten.momentum, let optimizer, optimizer != .gradientDescent {
      decoder.diagnose(
        "\(optimizer.rawValue) has a momentum of its own", at: momentum.key,
        help: "leave 'momentum' out, or write 'optimizer: gradient-descent'")
    } else if refinements.isNesterov, refinements.momentum == 0 {
      decoder.diagnose(
        "nesterov needs a momentum", at: nesterov.key, help: "write 'momentum: 0.9'")
    }
    return decoder.diagnostics.count == before ? refinements : nil
  }
}
