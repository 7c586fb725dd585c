import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of memory that a process may still take; `Int.max` where that is not known.
///
/// Linux tells what can be had without swapping (proc(5), `MemAvailable`); what a limit of the process's
/// address space leaves of it may be less (setrlimit(2)), and so may what its control group does, as of
/// a container.
package func availableMemory() -> Int {
  var addresses = SystemLimit.addresses.current
  if addresses < .max { addresses = max(0, addresses - mappedMemory()) }
  return min(addresses, memoryInfo("MemAvailable") ?? .max, ControlGroup().availableMemory ?? .max)
}

/// The bytes of addresses that the process has taken (proc(5), the first number of `statm`, in pages);
/// 0 where that is not known.
private func mappedMemory() -> Int {
  let pages = systemText("/proc/self/statm")?.split(separator: " ").first.flatMap { Int($0) }
  return (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// A figure of the system's, in bytes.
private func memoryInfo(_ name: String) -> Int? {
  figure(name, in: systemText("/proc/meminfo")).map { $0 << 10 }
}

/// The number behind a name in lines such as `MemAvailable:  123 kB` and `inactive_file 123`.
func figure(_ name: String, in text: String?) -> Int? {
  for line in (text ?? "").split(separator: "\n") where line.hasPrefix(name) {
    let words = line.split { $0 == " " || $0 == ":" }
    if words.first == name[...], words.count > 1 { return Int(words[1]) }
  }
  return nil
}

/// What a small file of the system's holds; `nil` where there is none.
package func systemText(_ path: String) -> String? {
  var text = [UInt8](repeating: 0, count: 1 << 14)
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  let count = read(descriptor, &text, text.count)
  return count > 0 ? String(decoding: text[..<count], as: UTF8.self) : nil
}
