import Dispatch

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
