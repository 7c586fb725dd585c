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

  /// Files and folders by their paths, each with its signature of when it was named; `nil` where
  /// nothing was there.
  package typealias Files = [String: TreeSignature?]

  /// Of how many files one more look passes before the next look at them.
  private static let filesALook = 100

  /// Calls `changed` after each change of the files that `files` names at the time, until the task
  /// is cancelled.
  ///
  /// A change since a file was named is one, too, though the first look comes later.
  package func run(_ files: @Sendable () -> Files, changed: @Sendable () async -> Void) async {
    var told = files()
    var last = told
    var number = 0
    while !Task.isCancelled {
      try? await Task.sleep(for: interval)
      number += 1
      let named = files()
      told.merge(named) { old, _ in old }
      let now = Self.look(number, at: named.keys, last)
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
    Dictionary(paths.map { ($0, TreeSignature($0)) }) { first, _ in first }
  }

  /// As `files`, but a folder of many files is looked at now and then, so that looking costs some
  /// hundredths of a processor at most.
  private static func look(_ number: Int, at paths: some Sequence<String>, _ last: Files) -> Files {
    var files: Files = [:]
    for path in paths {
      if let known = last[path] ?? nil, number % (1 + known.count / filesALook) != 0 {
        files[path] = known
      } else {
        files.updateValue(TreeSignature(path), forKey: path)
      }
    }
    return files
  }
}
