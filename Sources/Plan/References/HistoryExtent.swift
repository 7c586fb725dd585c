import Expressions

/// A step whose history is as long as its options say.
protocol HistoryProvider {
  /// How far its history reaches; `nil` where that is known only when it has run.
  var historyExtent: HistoryExtent? { get }
}

/// The entries of a history: at iteration 0, and so on by an interval.
struct HistoryExtent: Equatable {
  let count: Int
  /// Iterations from one entry to the next, at least 1.
  let interval: Int

  /// What is wrong with an entry that is not there, and what to do; `nil` for one that is.
  func problem(with place: HistoryEntryName.Place) -> (fact: String, help: String)? {
    switch place {
    case .index(let index):
      guard !(-count..<count).contains(index) else { return nil }
      return (
        "item \(index) is not in a history of \(count) entries",
        "write .at(0.5) for half of the training, .first or .last"
      )
    case .iteration(let iteration):
      let last = (count - 1) * interval
      guard iteration < 0 || iteration > last || iteration % interval != 0 else { return nil }
      let below = min(last, max(0, iteration) / interval * interval)
      let nearest = [below, below + interval].filter { $0 <= last }
      return (
        "the history has no entry at iteration \(iteration)",
        nearest.count == 1
          ? "the nearest is \(nearest[0])"
          : "the nearest are \(nearest[0]) and \(nearest[1]); .at(0.5) is half of the training"
      )
    }
  }
}

extension Train: HistoryProvider {
  var historyExtent: HistoryExtent? {
    guard batch == nil, case .iterations(let iterations) = length, let historyInterval else {
      return nil
    }
    return HistoryExtent(
      count: (iterations + historyInterval - 1) / historyInterval, interval: historyInterval)
  }
}
