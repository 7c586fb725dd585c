/// The control groups of this process, which may have less memory than the machine: those of version 2
/// and of version 1 (cgroups(7); the kernel's "Control Group v2" and "Memory Resource Controller").
package struct ControlGroup {
  private let membership: String?
  private let root: String

  /// Takes what `/proc/self/cgroup` says, and where the groups' files are.
  package init(
    membership: String? = systemText("/proc/self/cgroup"), root: String = "/sys/fs/cgroup"
  ) {
    self.membership = membership
    self.root = root
  }

  /// The bytes that the group and those around it still allow; `nil` where there is no limit.
  package var availableMemory: Int? {
    (membership ?? "").split(separator: "\n").flatMap { line -> [Int] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      if parts[1].isEmpty { return upwards(root, parts[2], Self.second) }
      guard parts[1].split(separator: ",").contains("memory") else { return [] }
      return upwards(root + "/memory", parts[2], Self.first)
    }.min()
  }

  private typealias Names = (limit: String, use: String, idle: String)
  private static let first: Names = (
    "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
  )
  private static let second: Names = ("memory.max", "memory.current", "inactive_file")

  /// What the group at a path and each one above it allow.
  ///
  /// In a container the path may be that of the machine outside, of which only the top is there.
  private func upwards(_ root: String, _ path: Substring, _ names: Names) -> [Int] {
    var folders = path.split(separator: "/").filter { $0 != ".." && $0 != "." }
    var result: [Int] = []
    while true {
      let folder = ([root[...]] + folders).joined(separator: "/")
      if let room = room(folder, names) { result.append(room) }
      guard folders.popLast() != nil else { return result }
    }
  }

  /// What a group has left: its limit without what it uses, but for files that it would let go of.
  private func room(_ folder: String, _ names: Names) -> Int? {
    func number(_ name: String) -> Int? {
      systemText("\(folder)/\(name)")?.split(separator: "\n").first.flatMap { Int($0) }
    }
    // `max`, and in version 1 a number near the largest one, stand for no limit.
    guard let limit = number(names.limit), limit < 1 << 60, let use = number(names.use) else {
      return nil
    }
    let idle = figure(names.idle, in: systemText("\(folder)/memory.stat")) ?? 0
    return max(0, limit - max(0, use - idle))
  }
}
