import Files
import Parallel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the shell allows a program (`ulimit`), and what this one cannot do without.
///
/// Threads and memory that the system refuses end a program without a word, so they are asked about
/// before.
enum Limits {
  private struct Limit {
    let name: String
    let option: String
    let resource: SystemLimit
    /// The least that a run works with, and in words.
    let least: Int
    let inWords: String
  }

  private static let all = [
    Limit(name: "open files", option: "-n", resource: .openFiles, least: 32, inWords: "32"),
    Limit(name: "the stack", option: "-s", resource: .stack, least: 512 << 10, inWords: "512"),
    Limit(
      name: "memory", option: "-v", resource: .addresses, least: 1 << 30, inWords: "1048576"),
    Limit(name: "data", option: "-d", resource: .data, least: 1 << 29, inWords: "524288"),
  ]

  /// The most threads that there are at once: one for each processor, and others that wait, for
  /// signals, for saving and for drawing.
  private static var threads: Int { 8 + max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What is wrong with the first limit that is too low; `nil` for nothing.
  static var problem: String? {
    if let limit = all.first(where: { $0.resource.current < $0.least }) {
      return "the limit of \(limit.name) is too low; "
        + "raise it with 'ulimit \(limit.option) \(limit.inWords)'"
    }
    return isRoom(forThreads: threads) ? nil : shortageOfThreads
  }

  private static var shortageOfThreads: String {
    // With the smallest stacks, memory is not what is short.
    isRoom(forThreads: threads, stack: 1 << 16)
      ? "the stacks of \(threads) threads take more memory than there is; lower 'ulimit -s', or "
        + "raise 'ulimit -v' and 'ulimit -d'"
      : "fewer than \(threads) threads may be started; raise the limit of processes with "
        + "'ulimit -u', or a container's"
  }
}
