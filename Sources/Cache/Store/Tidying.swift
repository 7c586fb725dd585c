import Synchronization

/// Tells when a store is looked through for what makes room.
///
/// At first, and whenever so much has been written since that it may matter: each time costs a look
/// at every entry.
final class Tidying: Sendable {
  private let written = Mutex<Int?>(nil)

  /// Whether it is time, after so many bytes more.
  func isDue(after bytes: Int, limit: Int) -> Bool {
    written.withLock { written in
      let total = (written ?? limit) + bytes
      let isDue = total > limit / 64
      written = isDue ? 0 : total
      return isDue
    }
  }
}
