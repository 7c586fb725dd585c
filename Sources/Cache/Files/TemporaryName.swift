import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Names for what is being written, unlike those of any other thread or process.
enum TemporaryName {
  private static let counter = Atomic<Int>(0)
  private static let suffix = ".daybook-tmp"

  /// A hidden name beside `name`, never given twice by this process.
  static func next(beside name: String) -> String {
    let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
    return ".\(name.prefix(100)).\(getpid())-\(number)\(suffix)"
  }

  /// Whether a name was made here, by this process or another.
  static func matches(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(suffix)
  }
}
