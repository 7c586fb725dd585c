#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Repeats a system call that a signal interrupted.
func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Opens what a name stands for beneath a folder, never inherited by other programs.
func openDescriptor(_ name: String, in folder: Int32, _ flags: Int32) -> Int32 {
  retrying { openat(folder, name, flags | O_CLOEXEC, 0o666) }
}

/// Writes all bytes to a file, a pipe or a terminal that is open, one whose other side set it not to
/// wait too; `false` where it takes no more, as `errno` then says.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while let base = buffer.baseAddress, written < buffer.count {
      let count = retrying { System.write(descriptor, base + written, buffer.count - written) }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&place, 1, -1)
      } else {
        return false
      }
    }
    return true
  }
}

/// The system's functions whose names methods hide.
enum System {
  /// The name of this machine.
  static let hostName: String = {
    var name = [CChar](repeating: 0, count: 257)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #elseif canImport(Darwin)
      Darwin.write(descriptor, bytes, count)
    #else
      Musl.write(descriptor, bytes, count)
    #endif
  }
}
