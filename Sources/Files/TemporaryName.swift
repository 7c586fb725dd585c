import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Names for what is being written, unlike those of any other thread or process.
package enum TemporaryName {
  private static let counter = Atomic<Int>(0)
  private static let suffix = ".daybook-tmp"

  /// A hidden name beside `name`, never given twice by this process.
  package static func next(beside name: String) -> String {
    let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
    // Machines that share a folder may have processes of one number.
    return "\(prefix(beside: name))\(hostName)-\(getpid())-\(number)\(suffix)"
  }

  /// The first part of the machine's name.
  private static let hostName: String = {
    let name = System.hostName.prefix { $0 != "." }.prefix(40)
    return String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }()

  /// File systems allow 255 bytes.
  private static func prefix(beside name: String) -> String {
    ".\(String(decoding: name.utf8.prefix(100), as: UTF8.self))."
  }

  /// Whether a name was made here, by this process or another.
  package static func matches(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(suffix)
  }

  /// Names in a folder that killed processes left: an hour on, no one is writing them any more.
  ///
  /// All of them, or those for one name.
  package static func leftovers(in folder: Folder, beside name: String? = nil) -> [String] {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0, let names = try? folder.textNames()
    else { return [] }
    let prefix = name.map(prefix(beside:)) ?? "."
    return names.filter { matches($0) && $0.hasPrefix(prefix) }
      .filter { name in
        guard let status = FileStatus(name, in: folder) else { return false }
        return Int(now.tv_sec) - status.time / 1_000_000_000 > 3_600
      }
  }
}
