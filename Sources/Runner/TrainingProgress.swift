import Results

/// How far a training has come.
package struct TrainingProgress: Sendable, Equatable {
  /// Updates made.
  package let iteration: Int
  /// Updates to make in all.
  package let iterations: Int
  /// Updates that had been made when this run took over.
  package let start: Int
  /// The accuracy last reported, in 0...1; `nil` before the first.
  package let accuracy: Double?
  /// How the updates go through the examples; `nil` where each is of all examples.
  package let epochs: Epochs?

  /// Updates of some examples at a time.
  package struct Epochs: Sendable, Equatable {
    /// Updates of an epoch.
    package let updates: Int
    /// Examples of an epoch.
    package let examples: Int

    package init(updates: Int, examples: Int) {
      self.updates = max(1, updates)
      self.examples = examples
    }
  }

  package init(
    iteration: Int, iterations: Int, start: Int, accuracy: Double?, epochs: Epochs? = nil
  ) {
    self.iteration = iteration
    self.iterations = iterations
    self.start = start
    self.accuracy = accuracy
    self.epochs = epochs
  }
}

extension TrainingProgress {
  /// The progress in words: "320/500", "80.1%", "142 it/s", "2 s left"; in batches "epoch 3/12",
  /// "batch 120/321", "97.3%", "14,200 examples/s", "20 s left".
  ///
  /// - Parameter elapsed: seconds since this run took the training up.
  package func details(elapsed: Double) -> [String] {
    var details = place
    if let accuracy { details.append(percent(accuracy)) }
    let made = iteration - start
    if made > 0, elapsed > 0 {
      let rate = Double(made) / elapsed
      details.append(speed(rate))
      let left = Double(iterations - iteration) / rate
      details.append(left < 60 ? "\(Int(left.rounded(.up))) s left" : "\(Int(left / 60)) min left")
    }
    return details
  }

  private var place: [String] {
    guard let epochs else { return ["\(iteration)/\(iterations)"] }
    // The update that was made last belongs to the epoch that it may have ended.
    let (epoch, batch) = max(0, iteration - 1).quotientAndRemainder(dividingBy: epochs.updates)
    let all = (iterations + epochs.updates - 1) / epochs.updates
    return ["epoch \(epoch + 1)/\(all)", "batch \(batch + 1)/\(epochs.updates)"]
  }

  /// How fast it goes, from updates a second.
  private func speed(_ rate: Double) -> String {
    guard let epochs else { return "\(Int(rate.rounded())) it/s" }
    let examples = rate * Double(epochs.examples) / Double(epochs.updates)
    return "\(grouped(Int(min(examples, 1e15).rounded()))) examples/s"
  }
}
