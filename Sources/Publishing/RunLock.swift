package import Cache

/// Keeps two runs from writing one report at the same time.
///
/// The lock is held for as long as it lives. Its file stays in the store's folder, so that the
/// folder of the report may be replaced as a whole.
package struct RunLock: ~Copyable {
  private let lock: FileLock
  /// Whether another run had to end first, so that the notebook may have changed meanwhile.
  package let hasWaited: Bool

  /// Takes the lock of a report, and waits for another run to end where it must.
  ///
  /// - Parameters:
  ///   - isCancelled: is asked while it waits.
  ///   - onWait: is told once who holds the lock, in words.
  /// - Returns: `nil` where it is asked to stop while it waits.
  package static func acquire(
    report name: String, in output: String, isCancelled: () -> Bool, onWait: (String) -> Void
  ) async throws(FileLockError) -> RunLock? {
    let path = output + "/.cache/\(name).lock"
    var hasWaited = false
    while !isCancelled() {
      do {
        return RunLock(lock: try FileLock.acquire(path, wait: false), hasWaited: hasWaited)
      } catch {
        guard case .held(_, let process) = error else { throw error }
        if !hasWaited { onWait(process.map { "process \($0)" } ?? "another process") }
        hasWaited = true
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
    return nil
  }
}
