import Dispatch
import Synchronization

/// Calls `transform` for 0..<count on as many threads as there are processors; results in order.
package func concurrentMap<Element: Sendable>(
  _ count: Int, _ transform: @Sendable (Int) -> Element
) -> [Element] {
  let elements = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
  defer { elements.deallocate() }
  // Each call initializes the element of its own index, and all have ended before it is read.
  nonisolated(unsafe) let shared = elements
  DispatchQueue.concurrentPerform(iterations: count) { index in
    (shared + index).initialize(to: transform(index))
  }
  defer { elements.deinitialize(count: count) }
  return Array(UnsafeBufferPointer(start: elements, count: count))
}

/// The same on so many threads at most, each of which takes the next index when it is done with one.
package func concurrentMap<Element: Sendable>(
  _ count: Int, threads: Int, _ transform: @Sendable (Int) -> Element
) -> [Element] {
  let next = Atomic(0)
  let taken = concurrentMap(max(1, min(threads, count))) { _ in
    var taken: [(index: Int, element: Element)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return taken }
      taken.append((index, transform(index)))
    }
  }
  return taken.joined().sorted { $0.index < $1.index }.map(\.element)
}
