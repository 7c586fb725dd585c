import Notebook
import Plan

/// Runs of a sweep that failed for one reason: it is told once, at the value that they share.
struct FailedRuns {
  let message: String
  let help: String?
  private let runs: [Int]
  private let grid: SweepGrid

  /// The runs that failed, those of a reason together, in the order of the first of each.
  static func groups(_ failures: [SweepBoard.Failure], of grid: SweepGrid) -> [FailedRuns] {
    struct Reason: Hashable {
      let message: String
      let help: String?
    }
    var order: [Reason] = []
    var runs: [Reason: [Int]] = [:]
    for failure in failures {
      let reason = Reason(message: failure.message, help: failure.help)
      if runs[reason] == nil { order.append(reason) }
      runs[reason, default: []].append(failure.run)
    }
    return order.map { reason in
      FailedRuns(
        message: reason.message, help: reason.help, runs: runs[reason] ?? [], grid: grid)
    }
  }

  /// The runs as a sentence names them.
  var name: String {
    guard let first = runs.first, runs.count > 1 else {
      return "the run with \(runs.first.map(grid.text) ?? "")"
    }
    let shared = sharedAxes
    let others = grid.axes.indices.filter { !shared.contains($0) }
    let alike = others.reduce(1) { $0 * grid.axes[$1].choices.count }
    guard runs.count == alike else {
      return "\(runs.count) runs, the first with \(grid.text(of: first)),"
    }
    let choices = grid.choices(of: first)
    let settings = shared.flatMap { choices[$0].settings }
    return settings.isEmpty
      ? "every run" : "every run with \(settings.joined(separator: ", "))"
  }

  /// Where the value is written that sets them apart from the others; `nil` where no one value does.
  var place: SourceRange? {
    guard let first = runs.first else { return nil }
    let varied = sharedAxes.filter { grid.axes[$0].choices.count > 1 }
    let axes = varied.isEmpty ? sharedAxes : varied
    guard axes.count == 1, let axis = axes.first else { return nil }
    let places = grid.choices(of: first)[axis].overrides.compactMap(\.place)
    return places.count == 1 ? places.first : nil
  }

  /// The axes on which all of them have the same choice.
  private var sharedAxes: [Int] {
    guard let first = runs.first else { return [] }
    let choice = grid.places(of: first)
    return grid.axes.indices.filter { axis in
      runs.allSatisfy { grid.places(of: $0)[axis] == choice[axis] }
    }
  }
}
