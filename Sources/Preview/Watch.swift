import Files

/// Looks at files again and again, and tells when any of them has changed.
///
/// Looking is the same on every system and kind of file system, misses no way of saving (in place,
/// by renaming, deleting first), and costs some millionths of a second a file.
package struct Watch: Sendable {
  /// Between two looks; a change is told of after the next look at which nothing more has changed.
  let interval: Duration

  package init(interval: Duration = .milliseconds(10)) {
    self.interval = interval
  }

  /// Calls `changed` after each change of the files that `paths` names at the time, until the task
  /// is cancelled.
  package func run(_ paths: @Sendable () -> [String], changed: @Sendable () async -> Void) async {
    var told = signatures(paths())
    var last = told
    while !Task.isCancelled {
      try? await Task.sleep(for: interval)
      let now = signatures(paths())
      // A file that is being written is read once it is whole; one just named is as it is.
      let isSettled = now == last
      last = now
      if isSettled,
        now.contains(where: { path, signature in
          if let old = told[path] { old != signature } else { false }
        })
      {
        told = now
        await changed()
      } else if now.keys != told.keys {
        told = now.merging(told) { _, old in old }
      }
    }
  }

  private func signatures(_ paths: [String]) -> [String: FileSignature?] {
    Dictionary(paths.map { ($0, FileSignature($0)) }) { first, _ in first }
  }
}
