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
    /// What has come in; before `first` stands what was taken.
    private var items: [Item] = []
    private var first = 0
    var cancelled: Set<String> = []

    var isEmpty: Bool { first == items.count }

    mutating func append(_ item: Item) { items.append(item) }

    mutating func takeFirst() -> Item? {
      guard !isEmpty else { return nil }
      let item = items[first]
      items[first] = .ended
      first += 1
      // Room is given back once half of it is empty: the rest would be moved for each item.
      if first * 2 >= items.count {
        items.removeFirst(first)
        first = 0
      }
      return item
    }
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
      state.append(item)
    }
    count.signal()
  }

  /// Waits for the next item.
  func next() -> Item {
    count.wait()
    return state.withLock { $0.takeFirst() ?? .ended }
  }

  var isEmpty: Bool { state.withLock { $0.isEmpty } }

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
