import Dispatch
import Synchronization

/// What the server has to do, in the order in which it came: messages of the client, and what its
/// runs tell.
final class Inbox: Sendable {
  enum Item: Sendable {
    case message(JSON)
    case malformed
    case run(number: Int, RunUpdate)
    case ended
  }

  private struct State {
    var items: [Item] = []
    var cancelled: Set<String> = []
  }

  private let state = Mutex(State())
  private let count = DispatchSemaphore(value: 0)

  func put(_ item: Item) {
    state.withLock { state in
      if case .message(let message) = item, message["method"].text == "$/cancelRequest",
        let key = Self.key(of: message["params"]["id"])
      {
        state.cancelled.insert(key)
      }
      state.items.append(item)
    }
    count.signal()
  }

  /// Waits for the next item.
  func next() -> Item {
    count.wait()
    return state.withLock { $0.items.isEmpty ? .ended : $0.items.removeFirst() }
  }

  var isEmpty: Bool { state.withLock { $0.items.isEmpty } }

  /// Whether the client has given up the request of an identifier before it was begun.
  func takeCancellation(of id: JSON) -> Bool {
    guard let key = Self.key(of: id) else { return false }
    return state.withLock { $0.cancelled.remove(key) != nil }
  }

  /// What tells an identifier from others; `nil` for what is none.
  private static func key(of id: JSON) -> String? {
    id.text.map { "\"\($0)" } ?? id.integer.map(String.init)
  }
}
