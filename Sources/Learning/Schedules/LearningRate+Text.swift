extension LearningRate {
  /// What a rate may look like, as in "must be …".
  package static let description =
    "a number above 0, 'cosine 0.003', 'one-cycle 0.003' or 'step 0.1 by 0.5 every 5'"

  /// The words that a schedule begins with.
  package static let schedules = ["cosine", "one-cycle", "step"]

  /// The rate as the notebook writes it, without its warm-up.
  package var text: String {
    switch schedule {
    case .constant: "\(base)"
    case .cosine: "cosine \(base)"
    case .oneCycle: "one-cycle \(base)"
    case .step(let factor, let every): "step \(base) by \(factor) every \(every)"
    }
  }

  /// Takes a rate from its words; `nil` where they are none.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    func number(_ index: Int) -> Double? {
      guard words.indices.contains(index), let number = Double(words[index]), number.isFinite,
        number > 0
      else { return nil }
      return number
    }
    switch (words.first, words.count) {
    case ("cosine", 2):
      guard let base = number(1) else { return nil }
      self.init(base, .cosine)
    case ("one-cycle", 2):
      guard let base = number(1) else { return nil }
      self.init(base, .oneCycle)
    case ("step", 6):
      guard let base = number(1), words[2] == "by", let factor = number(3), factor <= 1,
        words[4] == "every", let every = Int(words[5]), (1...1_000_000).contains(every)
      else { return nil }
      self.init(base, .step(factor: factor, every: every))
    case (_, 1):
      guard let base = number(0) else { return nil }
      self.init(base)
    default: return nil
    }
  }
}
