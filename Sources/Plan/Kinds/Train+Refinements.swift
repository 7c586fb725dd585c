package import Learning
import Notebook

extension Train {
  static let labelSmoothing = OptionDeclaration<Double>(
    "label-smoothing", .number("a number from 0 to below 1", where: { (0..<1).contains($0) }),
    .optional, "with batch: the share of each label that is spread over all classes")
  static let augment = OptionDeclaration<[Augmentation]>(
    "augment", .list(of: .augmentation), .optional,
    "with batch: how each image is changed at random, anew in every epoch")
  static let stopEarly = OptionDeclaration<Int>(
    "stop-early", .epochs, .optional,
    "with batch and validation: after how many epochs without a lower validation loss to stop, with "
      + "the weights of the lowest")

  /// What a training in batches does beside following the gradient.
  package struct Refinements: Sendable, Equatable {
    /// The share of each label that is spread over all classes alike.
    package var labelSmoothing = 0.0
    package var augmentations: [Augmentation] = []
    /// Epochs without a lower validation loss after which to stop; `nil` for none.
    package var patience: Int?
  }

  /// What is written of them; `nil` where something is wrong.
  static func refinements(_ decoder: inout OptionDecoder, isBatched: Bool) -> Refinements? {
    let before = decoder.diagnostics.count
    var refinements = Refinements()
    if let share = decoder.optional(labelSmoothing) { refinements.labelSmoothing = share }
    if let changes = decoder.optional(augment) { refinements.augmentations = changes }
    refinements.patience = decoder.optional(stopEarly)
    let keys = [labelSmoothing.key, augment.key, stopEarly.key]
    for key in keys where decoder.written(key) != nil && !isBatched {
      decoder.diagnose(
        "\(key) goes with training batch by batch", at: key,
        help: "write 'batch: 128' and 'epochs: 10' too")
    }
    if isBatched { expectPlausible(refinements, &decoder) }
    return decoder.diagnostics.count == before ? refinements : nil
  }

  private static func expectPlausible(_ refinements: Refinements, _ decoder: inout OptionDecoder) {
    let kinds = refinements.augmentations.map(\.kind)
    if let twice = kinds.indices.first(where: { kinds[..<$0].contains(kinds[$0]) }) {
      decoder.diagnose(
        "'\(kinds[twice].rawValue)' is written twice", at: augment.key, item: twice,
        help: "leave one of them out")
    }
    guard decoder.written(stopEarly.key) != nil else { return }
    if !decoder.isWritten(validationSet) {
      decoder.diagnose(
        "stop-early needs examples that are not learned from", at: stopEarly.key,
        help: "write 'validation: dev' too")
    }
    if decoder.isWritten(interval) {
      decoder.diagnose(
        "stop-early looks at the end of each epoch", at: stopEarly.key,
        help: "leave 'report-every' out")
    }
  }
}

extension OptionType where Value == Augmentation {
  /// A change of images with its amount.
  static var augmentation: Self {
    .phrase(
      Augmentation.description, choices: Augmentation.Kind.allCases.map(\.rawValue),
      canonical: { $0.text }, read: Augmentation.init)
  }
}

extension OptionType where Value == Int {
  /// A number of epochs, with the word or without.
  static var epochs: Self {
    .phrase("a number of epochs from 1, such as '3 epochs'", canonical: { "\($0) epochs" }) {
      text in
      let words = text.split(separator: " ")
      guard let word = words.first, let count = Int(word), (1...1_000_000).contains(count),
        words.count == 1 || words.dropFirst() == ["epochs"] || words.dropFirst() == ["epoch"]
      else { return nil }
      return count
    }
  }
}
