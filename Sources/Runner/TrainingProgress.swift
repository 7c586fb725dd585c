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

  package init(iteration: Int, iterations: Int, start: Int, accuracy: Double?) {
    self.iteration = iteration
    self.iterations = iterations
    self.start = start
    self.accuracy = accuracy
  }
}

extension TrainingProgress {
  /// The progress in words: "320/500", "80.1%", "142 it/s", "2 s left".
  ///
  /// - Parameter elapsed: seconds since this run took the training up.
  package func details(elapsed: Double) -> [String] {
    var details = ["\(iteration)/\(iterations)"]
    if let accuracy { details.append(percent(accuracy)) }
    let made = iteration - start
    if made > 0, elapsed > 0 {
      let rate = Double(made) / elapsed
      details.append("\(Int(rate.rounded())) it/s")
      let left = Double(iterations - iteration) / rate
      details.append(left < 60 ? "\(Int(left.rounded(.up))) s left" : "\(Int(left / 60)) min left")
    }
    return details
  }
}
