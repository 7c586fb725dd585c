/// When to tell of work that goes on: as often as people can read it.
package struct ProgressPace: Sendable {
  private let interval: Duration
  private let waitsFirst: Bool
  private var began: ContinuousClock.Instant?
  private var told: ContinuousClock.Instant?

  /// - Parameters:
  ///   - interval: The least time between two tellings.
  ///   - waitsFirst: Whether the first one waits as long, so that nothing is told of short work.
  package init(interval: Duration, waitsFirst: Bool = false) {
    self.interval = interval
    self.waitsFirst = waitsFirst
  }

  /// Takes what comes for other work.
  package mutating func restart() { self = Self(interval: interval, waitsFirst: waitsFirst) }

  /// Seconds since the work began, where it is to be told; `nil` where it is too soon.
  package mutating func elapsedIfDue() -> Double? {
    let now = ContinuousClock.now
    let start = began ?? now
    began = start
    if let last = told ?? (waitsFirst ? start : nil), now - last < interval { return nil }
    told = now
    return (now - start).inSeconds
  }
}
