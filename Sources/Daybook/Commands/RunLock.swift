import Cache

/// Keeps two runs from writing one report at the same time.
///
/// The lock is held until it goes out of scope. Its file stays in the store's folder, so that the
/// folder of the report may be replaced as a whole.
struct RunLock: ~Copyable {
  private let lock: FileLock
  /// Whether another run had to end first, so that the notebook may have changed meanwhile.
  let hasWaited: Bool

  /// Takes the lock of a report, and waits for another run to end where it must.
  ///
  /// - Returns: `nil` where the run is asked to stop while it waits.
  static func acquire(report name: String, in output: String) async throws(FileLockError)
    -> RunLock?
  {
    let path = output + "/.cache/\(name).lock"
    var hasWaited = false
    while !Interrupt.isPending {
      do {
        return RunLock(lock: try FileLock.acquire(path, wait: false), hasWaited: hasWaited)
      } catch {
        guard case .held(_, let process) = error else { throw error }
        if !hasWaited {
          let who = process.map { "process \($0)" } ?? "another process"
          Terminal.write("waiting for \(who), which writes the same report\n")
        }
        hasWaited = true
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
    return nil
  }
}
