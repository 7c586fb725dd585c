#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One of the system's sockets, closed with its owner.
///
/// Nothing that is done with it ever waits.
final class Socket: Sendable {
  let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      var isSet: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &isSet, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit { close(descriptor) }

  /// Listens at a port of 127.0.0.1, at a free one for 0; `nil` where that cannot be had.
  init?(listeningAt port: UInt16) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A port that someone listens on is taken all the same.
    var isSet: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isSet, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound, listen(descriptor, 128) == 0 else { return nil }
  }

  /// The port that it listens at.
  var port: UInt16 {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &size)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// What came of an attempt to take the next connection.
  enum Arrival {
    case connection(Socket)
    /// There is none, or it has gone again.
    case nothing
    /// The system has no descriptor or memory left for it: it waits.
    case shortage
  }

  func accept() -> Arrival {
    let descriptor = systemAccept(descriptor)
    if descriptor >= 0 { return .connection(Socket(descriptor)) }
    return [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) ? .shortage : .nothing
  }

  /// What came of an attempt to read or to write.
  enum Transfer: Equatable {
    case bytes(Int)
    case later
    /// The other side has ended it.
    case end
  }

  func receive(_ buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    transfer(recv(descriptor, buffer.baseAddress, buffer.count, 0))
  }

  func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
    transfer(systemSend(descriptor, bytes))
  }

  /// Says that nothing more is sent.
  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  private func transfer(_ count: Int) -> Transfer {
    if count > 0 { return .bytes(count) }
    return count < 0 && [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) ? .later : .end
  }
}

// The system's functions whose names the methods hide.

private func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    send(descriptor, bytes.baseAddress, bytes.count, 0)
  #else
    // Without it, a browser that has gone would end the program.
    send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
  #endif
}
