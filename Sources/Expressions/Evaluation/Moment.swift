import Results

/// A moment of a training, by which an entry of its history is found: `at(0.5)`,
/// `at(iteration: 250)`.
enum Moment {
  /// A part of the training, 0...1.
  case share(Double)
  case iteration(Int)

  /// The method that takes a moment, and the name of its argument where that is an iteration.
  static let method = "at"
  static let label = "iteration"

  /// The entry of the moment: that of exactly so many iterations, or the nearest to a share, the
  /// earlier one of two.
  ///
  /// - Parameter iterations: those of the whole training; `nil` where nothing tells them, so that it
  ///   is taken to end with the last entry.
  func entry(of history: [Value], iterations: Int?) throws(EvaluationProblem) -> Value {
    let reached = history.map { $0[Self.label]?.asInteger ?? 0 }
    guard let last = reached.last else { throw .emptyList(member: Self.method) }
    switch self {
    case .iteration(let iteration):
      if let place = reached.firstIndex(of: iteration) { return history[place] }
      let below = reached.last { $0 < iteration }
      let above = reached.first { $0 > iteration }
      throw .noSuchMoment(iteration, nearest: [below, above].compactMap(\.self))
    case .share(let share):
      guard (0...1).contains(share) else { throw .notAShare }
      let wanted = share * Double(iterations ?? last)
      let distances = reached.map { abs(Double($0) - wanted) }
      guard let least = distances.min(), let place = distances.firstIndex(of: least) else {
        throw .emptyList(member: Self.method)
      }
      return history[place]
    }
  }
}

extension ValueType {
  /// Whether it is what a training tells of its course: records that each name their iteration.
  var isHistory: Bool {
    guard case .list(.record(let members)) = self else { return false }
    return members.contains { $0.name == Moment.label && $0.type == .integer }
  }
}
