import Foundation

/// Sends requests as they are written, as no browser would, and takes what comes back.
struct Browser {
  let port: UInt16

  struct Answer {
    let status: Int
    /// By name in lower case.
    let headers: [String: String]
    let body: String
  }

  /// The answer to a request; `host` is what it is sent to, by its own word.
  func get(
    _ path: String, method: String = "GET", host: String? = nil, headers: [String: String] = [:]
  ) throws -> Answer {
    let lines =
      ["\(method) \(path) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"]
      + headers.map { "\($0): \($1)" }
    let connection = try connect(sending: lines.joined(separator: "\r\n") + "\r\n\r\n")
    defer { close(connection) }
    var bytes: [UInt8] = []
    while let more = receive(connection) { bytes += more }
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let head = (parts.first ?? "").split(separator: "\r\n")
    var found: [String: String] = [:]
    for line in head.dropFirst() {
      let pair = line.split(separator: ":", maxSplits: 1)
      if let name = pair.first, let value = pair.last {
        found[name.lowercased()] = value.trimmingCharacters(in: .whitespaces)
      }
    }
    let status = head.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return Answer(
      status: status ?? 0, headers: found, body: parts.count > 1 ? String(parts[1]) : "")
  }

  /// No event had some words, as long as a test waits.
  struct NoSuchEvent: Error {
    let words: String
    let heard: String
  }

  /// Listens to the events until one of them has some words, and gives it.
  func event(with words: String) throws -> String {
    let connection = try connect(
      sending: "GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
    defer { close(connection) }
    var text = ""
    while let more = receive(connection) {
      text += String(decoding: more, as: UTF8.self)
      let events = text.split(separator: "\n\n", omittingEmptySubsequences: false).dropLast()
      if let found = events.first(where: { $0.contains(words) }) { return String(found) }
    }
    throw NoSuchEvent(words: words, heard: text)
  }

  func connect(sending text: String) throws -> Int32 {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      // A process that another test starts must not keep it open.
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #endif
    let connection = socket(AF_INET, kind, 0)
    // Longer than anything takes: a test that waits for what never comes ends.
    var limit = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connection >= 0, status == 0 else { throw CocoaError(.fileReadUnknown) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { sendQuietly(connection, $0) }
      // A server that has heard enough answers before all is sent.
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    return connection
  }

  private func receive(_ connection: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(connection, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}

private func sendQuietly(_ connection: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    send(connection, bytes.baseAddress, bytes.count, 0)
  #else
    send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
  #endif
}
