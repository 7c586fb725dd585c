/// Does runs in this process, several at a time where that fits.
package struct LocalEngine: Engine {
  package static let name = "local"
  package static let summary = "this machine, --jobs runs at a time"
  package static let computesHere = true

  private let jobs: Int?

  package init(_ options: EngineOptions = EngineOptions()) throws(EngineError) {
    guard options.others.isEmpty, options.maxRunning == nil else {
      throw EngineError(
        "--engine-option and --max-running are for other engines", help: "write '--jobs N'")
    }
    jobs = options.jobs
  }

  /// As many runs at a time as were asked for.
  private init(jobs: Int?) {
    self.jobs = jobs
  }

  /// As many runs at a time as fit.
  package static let fitting = LocalEngine(jobs: nil)

  package func run(_ work: EngineWork) async throws {
    var rest = work.runs[...]
    var width = jobs ?? 1
    if jobs == nil, let first = rest.first {
      // The first run goes alone, and shows how much memory one takes.
      try await work.compute(first, .init(threads: work.threads, runs: 1))
      rest = rest.dropFirst()
      width = Self.fitting(work, count: rest.count)
    }
    width = max(1, min(width, rest.count))
    let share = EngineWork.Share(threads: max(1, work.threads / width), runs: width)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for run in rest.prefix(width) { group.addTask { try await work.compute(run, share) } }
      rest = rest.dropFirst(width)
      while try await group.next() != nil {
        guard let run = rest.popFirst() else { continue }
        group.addTask { try await work.compute(run, share) }
      }
    }
  }

  /// How many runs at a time the processors and the memory allow: each takes at most what this
  /// process has taken so far, of which one share is there already.
  private static func fitting(_ work: EngineWork, count: Int) -> Int {
    let peak = max(1, peakMemory())
    let free = 1 + work.freeMemory() / 4 * 3 / peak
    let allowed = work.maxMemory.map { max(1, $0 / peak) } ?? .max
    return max(1, min(work.threads, count, free, allowed))
  }
}
