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
/// Linux tells what can be had without swapping (proc(5), `MemAvailable`). What the limits of the
/// process's addresses and data leave of it may be less (setrlimit(2)), and so may what its control
/// group does, as of a container.
package func availableMemory() -> Int { scarcestMemory?.bytes ?? .max }

/// What to do where memory is short, in one line.
package var helpForShortMemory: String {
  scarcestMemory?.option.map { "raise the shell's limit with 'ulimit \($0)'" }
    ?? "free some memory and run again"
}

/// The least of what there is, and the shell's option that it is due to, if it is.
private var scarcestMemory: (bytes: Int, option: String?)? {
  let sources: [(bytes: Int?, option: String?)] = [
    (memoryInfo("MemAvailable"), nil), (ControlGroup().availableMemory, nil),
    (rest(of: .addresses, withoutPages: 0), "-v"), (rest(of: .data, withoutPages: 5), "-d"),
  ]
  return sources.compactMap { source in source.bytes.map { ($0, source.option) } }
    .min { $0.bytes < $1.bytes }
}

/// What a limit leaves without what the process has taken: the pages that the number at a place of
/// `statm` tells (proc(5)); `nil` where there is no limit.
private func rest(of limit: SystemLimit, withoutPages place: Int) -> Int? {
  let most = limit.current
  guard most < .max else { return nil }
  let numbers = systemText("/proc/self/statm")?.split { $0.isWhitespace }.map { Int($0) ?? 0 } ?? []
  let pages = numbers.indices.contains(place) ? numbers[place] : 0
  return max(0, most - pages * Int(sysconf(Int32(_SC_PAGESIZE))))
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
