#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of memory that a process may still take; `Int.max` where that is not known.
///
/// Linux tells what can be had without swapping (proc(5), `MemAvailable`), and a limit of the
/// process's address space may be lower (setrlimit(2)).
package func availableMemory() -> Int {
  var limit = rlimit()
  #if canImport(Glibc)
    let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
  #else
    let isKnown = getrlimit(RLIMIT_AS, &limit) == 0
  #endif
  let addresses = isKnown ? Int(clamping: limit.rlim_cur) : .max
  return min(addresses, memoryInfo("MemAvailable") ?? .max)
}

/// A figure of the system's, in bytes.
private func memoryInfo(_ name: String) -> Int? {
  var text = [UInt8](repeating: 0, count: 1 << 13)
  let descriptor = open("/proc/meminfo", O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  let count = read(descriptor, &text, text.count)
  guard count > 0 else { return nil }
  for line in String(decoding: text[..<count], as: UTF8.self).split(separator: "\n") {
    let words = line.split { $0 == " " || $0 == ":" }
    if words.first == name[...], words.count > 1 { return Int(words[1]).map { $0 << 10 } }
  }
  return nil
}
