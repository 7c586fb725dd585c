package import Files

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

  /// Files by their paths, each with its signature of when it was named; `nil` where none was there.
  package typealias Files = [String: FileSignature?]

  /// Calls `changed` after each change of the files that `files` names at the time, until the task
  /// is cancelled.
  ///
  /// A change since a file was named is one, too, though the first look comes later.
  package func run(_ files: @Sendable () -> Files, changed: @Sendable () async -> Void) async {
    var told = files()
    var last = told
    while !Task.isCancelled {
      try? await Task.sleep(for: interval)
      let named = files()
      told.merge(named) { old, _ in old }
      let now = Self.files(named.keys)
      // A file that is being written is read once it is whole.
      let isSettled = now == last
      last = now
      if isSettled, now.contains(where: { path, signature in told[path] != signature }) {
        told = now
        await changed()
      }
    }
  }

  /// The files at some paths as they are at the moment.
  package static func files(_ paths: some Sequence<String>) -> Files {
    Dictionary(paths.map { ($0, FileSignature($0)) }) { first, _ in first }
  }
}
