#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// What the system allows this process at most: what the shell's `ulimit` sets (getrlimit(2)).
package enum SystemLimit: Sendable {
  case openFiles
  /// Bytes of the first thread's stack.
  case stack
  /// Bytes of addresses.
  case addresses
  /// Bytes of memory that is no file's: data and the stacks of threads.
  case data

  /// The limit; `Int.max` where there is none, or it is not known.
  package var current: Int {
    var limit = rlimit()
    #if canImport(Glibc)
      let isKnown = getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
    #else
      let isKnown = getrlimit(resource, &limit) == 0
    #endif
    return isKnown ? Int(clamping: limit.rlim_cur) : .max
  }

  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource
  #else
    private typealias Resource = Int32
  #endif

  private var resource: Resource {
    switch self {
    case .openFiles: RLIMIT_NOFILE
    case .stack: RLIMIT_STACK
    case .addresses: RLIMIT_AS
    case .data: RLIMIT_DATA
    }
  }
}
