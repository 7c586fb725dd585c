import Foundation
import Testing

/// Requests that are to wear the preview out: its own page is answered all the while.
extension PreviewTests {
  @Test("An address or a head of any length is refused once 16 KB of it are read")
  func longHeads() async throws {
    try await serving(isRunning: false) { browser in
      let statuses = try await Self.apart {
        try [200_000, 1_900_000].map { count in
          try browser.get("/" + String(repeating: "a", count: count)).status
        } + [browser.get("/", headers: ["X": String(repeating: "a", count: 200_000)]).status]
      }
      #expect(statuses == [414, 414, 431])
    }
  }

  @Test("Images of a page elsewhere, which tell no origin, are refused, and its links are followed")
  func foreignSites() async throws {
    try await serving(isRunning: false) { browser in
      let statuses = try await Self.apart {
        try [
          ("cross-site", "image", "/events"), ("same-site", "script", "/report"),
          ("cross-site", "iframe", "/"), ("cross-site", "document", "/"),
          ("same-origin", "empty", "/report"), ("none", "document", "/"),
        ].map { site, destination, path in
          try browser.get(
            path, headers: ["Sec-Fetch-Site": site, "Sec-Fetch-Dest": destination]
          ).status
        }
      }
      #expect(statuses == [403, 403, 403, 200, 200, 200])
    }
  }

  @Test("Connections that say nothing keep nobody waiting, and closed ones are given back at once")
  func manyConnections() async throws {
    try await serving(isRunning: false) { browser in
      try await Self.apart {
        let before = try connectionEnds(at: browser.port)
        for _ in 0..<3 {
          let silent = try (0..<50).map { _ in try browser.connect(sending: "GET / HT") }
          let listening = try (0..<50).map { _ in
            try browser.connect(
              sending: "GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(browser.port)\r\n\r\n")
          }
          #expect(try browser.get("/").status == 200)
          for connection in silent + listening { close(connection) }
        }
        // Answered by the same thread, so that what was closed before is closed by now.
        let limit = Date(timeIntervalSinceNow: 60)
        var open = Int.max
        while open > before, Date() < limit {
          #expect(try browser.get("/").status == 200)
          open = try connectionEnds(at: browser.port)
        }
        #expect(open <= before)
      }
    }
  }
}

/// Sockets of this process with a port at either end: those of one server and its browsers, whatever
/// other tests open meanwhile.
private func connectionEnds(at port: UInt16) throws -> Int {
  try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").compactMap { Int32($0) }
    .count { descriptor in
      endPort(descriptor) { getsockname($0, $1, $2) } == port
        || endPort(descriptor) { getpeername($0, $1, $2) } == port
    }
}

/// The port of one end of a connection; `nil` where there is none.
private func endPort(
  _ descriptor: Int32,
  _ name: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
) -> UInt16? {
  var address = sockaddr_in()
  var size = socklen_t(MemoryLayout<sockaddr_in>.size)
  let status = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name(descriptor, $0, &size) }
  }
  guard status == 0, address.sin_family == sa_family_t(AF_INET) else { return nil }
  return UInt16(bigEndian: address.sin_port)
}
