#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the system starts so many threads beside those that there are.
///
/// A shell (`ulimit -u`) or a container may not leave them (pthread_create(3), `EAGAIN`). Whoever is
/// given none by Dispatch waits for ever, and libraries end the program.
package func isRoom(forThreads count: Int) -> Bool {
  var ends: [Int32] = [-1, -1]
  // That there are no descriptors is for whoever opens a file to tell.
  guard pipe(&ends) == 0 else { return true }
  // All of them are there at once: each waits until the other end is closed.
  let input = UnsafeMutableRawPointer(bitPattern: Int(ends[0]) + 1)
  var threads: [pthread_t] = []
  for _ in 0..<count {
    guard let thread = startThread(waitingFor: input) else { break }
    threads.append(thread)
  }
  close(ends[1])
  for thread in threads { pthread_join(thread, nil) }
  close(ends[0])
  return threads.count == count
}

#if canImport(Darwin)
  private let noThread: pthread_t? = nil
#else
  private let noThread = pthread_t()
#endif

/// Starts a thread that ends with the file of a descriptor, which is one less than `input` says.
private func startThread(waitingFor input: UnsafeMutableRawPointer?) -> pthread_t? {
  func wait(_ input: UnsafeMutableRawPointer?) {
    var byte: UInt8 = 0
    while read(Int32(Int(bitPattern: input) - 1), &byte, 1) < 0, errno == EINTR {}
  }
  var thread = noThread
  let code = pthread_create(
    &thread, nil,
    {
      wait($0)
      return nil
    }, input)
  return code == 0 ? thread : nil
}
