#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the system starts so many threads beside those that there are.
///
/// A shell (`ulimit -u`) or a container may not leave them, or their stacks take more memory than
/// there is (pthread_create(3), `EAGAIN`). Whoever is given none by Dispatch waits for ever, and
/// libraries end the program.
///
/// - Parameter stack: the bytes of each one's stack; `nil` for as many as the system gives.
package func isRoom(forThreads count: Int, stack: Int? = nil) -> Bool {
  var ends: [Int32] = [-1, -1]
  // That there are no descriptors is for whoever opens a file to tell.
  guard pipe(&ends) == 0 else { return true }
  let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
  pthread_attr_init(attributes)
  defer {
    pthread_attr_destroy(attributes)
    attributes.deallocate()
  }
  if let stack { pthread_attr_setstacksize(attributes, stack) }
  // All of them are there at once: each waits until the other end is closed. A pointer that is `nil`
  // would be the descriptor 0.
  let input = UnsafeMutableRawPointer(bitPattern: Int(ends[0]) + 1)
  var threads: [pthread_t] = []
  while threads.count < count, let thread = startThread(attributes, waitingFor: input) {
    threads.append(thread)
  }
  close(ends[1])
  for thread in threads { pthread_join(thread, nil) }
  close(ends[0])
  return threads.count == count
}

/// Starts a thread that ends with the file of a descriptor, which is one less than `input` says.
private func startThread(
  _ attributes: UnsafeMutablePointer<pthread_attr_t>, waitingFor input: UnsafeMutableRawPointer?
) -> pthread_t? {
  func wait(_ input: UnsafeMutableRawPointer?) {
    var byte: UInt8 = 0
    while read(Int32(Int(bitPattern: input) - 1), &byte, 1) < 0, errno == EINTR {}
  }
  #if canImport(Glibc)
    var thread = pthread_t()
  #else
    var thread: pthread_t?
  #endif
  let code = pthread_create(
    &thread, attributes,
    {
      wait($0)
      return nil
    }, input)
  return code == 0 ? thread : nil
}
