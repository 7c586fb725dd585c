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
    let resource: Resource
    /// The least that a run works with, and in words.
    let least: UInt64
    let inWords: String
  }

  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource
  #else
    private typealias Resource = Int32
  #endif

  private static let all = [
    Limit(
      name: "open files", option: "-n", resource: RLIMIT_NOFILE, least: 32, inWords: "32"),
    Limit(
      name: "the stack", option: "-s", resource: RLIMIT_STACK, least: 512 << 10,
      inWords: "512"),
    Limit(
      name: "memory", option: "-v", resource: RLIMIT_AS, least: 1 << 30, inWords: "1048576"),
  ]

  /// What is wrong with the first limit that is too low; `nil` for nothing.
  static var problem: String? {
    all.first { current($0.resource) < $0.least }.map { limit in
      "the limit of \(limit.name) is too low; "
        + "raise it with 'ulimit \(limit.option) \(limit.inWords)'"
    }
  }

  private static func current(_ resource: Resource) -> UInt64 {
    var limit = rlimit()
    #if canImport(Glibc)
      let isKnown = getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
    #else
      let isKnown = getrlimit(resource, &limit) == 0
    #endif
    return isKnown ? UInt64(limit.rlim_cur) : .max
  }
}
