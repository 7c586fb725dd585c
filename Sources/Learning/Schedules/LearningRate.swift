/// What the gradient is multiplied with in each update of a training.
///
/// Written as a number, or as a schedule: `cosine 0.003`, `one-cycle 0.003`,
/// `step 0.1 by 0.5 every 5`. Where a schedule speaks of time, it does so in the unit that the length
/// of the training is given in: epochs or iterations.
package struct LearningRate: Sendable, Equatable {
  /// The rate at the beginning; of one cycle the highest.
  package let base: Double
  package let schedule: Schedule
  /// The units over which the rate first rises from zero.
  package private(set) var warmUp = 0

  package enum Schedule: Sendable, Equatable {
    case constant
    /// Multiplied with a factor at the end of so many units, again and again.
    case step(factor: Double, every: Int)
    /// Half a wave of a cosine, from the base to zero.
    ///
    /// I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR
    /// (2017).
    case cosine
    /// From a 25th of the base up to it in three tenths of the training, and down to a ten thousandth
    /// of where it began, both along half a wave of a cosine.
    ///
    /// L. N. Smith and N. Topin, "Super-convergence: very fast training of neural networks using large
    /// learning rates", arXiv:1708.07120 (2018).
    case oneCycle
  }

  package init(_ base: Double, _ schedule: Schedule = .constant) {
    self.base = base
    self.schedule = schedule
  }

  package func warmingUp(_ units: Int) -> LearningRate {
    var rate = self
    rate.warmUp = units
    return rate
  }

  /// Whether a longer training has other rates from the beginning.
  package var dependsOnLength: Bool { schedule == .cosine || schedule == .oneCycle }

  /// The rate of an update, which counts from 0.
  ///
  /// - Parameters:
  ///   - updates: how many there are in all.
  ///   - unit: how many make a unit of time.
  package func rate(update: Int, of updates: Int, unit: Int) -> Double {
    let rise = min(warmUp * unit, updates)
    if update < rise { return base * Double(update + 1) / Double(rise) }
    let (place, length) = (update - rise, updates - rise)
    switch schedule {
    case .constant: return base
    case .step(let factor, let every):
      return base * power(factor, place / max(1, every * unit))
    case .cosine:
      return wave(from: base, to: 0, share: Double(place) / Double(max(1, length)))
    case .oneCycle: return oneCycle(Double(place), Double(length))
    }
  }

  /// As PyTorch's `OneCycleLR` has it, with its defaults.
  private func oneCycle(_ place: Double, _ length: Double) -> Double {
    let start = base / 25
    let (top, end) = (0.3 * length - 1, length - 1)
    if place <= top || end <= top { return wave(from: start, to: base, share: place / max(1, top)) }
    return wave(from: base, to: start / 10_000, share: (place - top) / (end - top))
  }

  private func wave(from start: Double, to end: Double, share: Double) -> Double {
    end + (start - end) * (1 + cosine(halfTurns: min(1, max(0, share)))) / 2
  }
}
