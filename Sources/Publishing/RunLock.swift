import Files

/// Keeps two runs from writing one report at the same time.
///
/// The lock is held for as long as it lives. Its file stays outside of the folder of the report, so
/// that this may be replaced as a whole.
struct RunLock: ~Copyable {
  private let lock: FileLock
  /// Whether another run had to end first, so that the notebook may have changed meanwhile.
  let hasWaited: Bool

  /// Takes the lock of a report, and waits for another run to end where it must.
  ///
  /// - Parameters:
  ///   - isCancelled: is asked while it waits.
  ///   - onWait: is told once who holds the lock, in words.
  /// - Returns: `nil` where it is asked to stop while it waits.
  static func acquire(
    _ report: ReportFolder, isCancelled: () -> Bool, onWait: (String) -> Void
  ) async throws(FileLockError) -> RunLock? {
    var hasWaited = false
    while !isCancelled() {
      do {
        return RunLock(lock: try report.lock(), hasWaited: hasWaited)
      } catch {
        guard case .held(_, let holder) = error else { throw error }
        if !hasWaited { onWait(holder.map { "\($0)" } ?? "another process") }
        hasWaited = true
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
    return nil
  }
}
