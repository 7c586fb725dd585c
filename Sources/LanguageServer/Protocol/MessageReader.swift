#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts what comes in by a file descriptor into messages: a head of lines that tells the length, a
/// blank line, and so many bytes of JSON.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
package struct MessageReader {
  package enum Reading: Equatable {
    case message(JSON)
    /// It is no JSON; what follows can be read.
    case malformed
    /// Nothing more comes, or nothing that can be told apart.
    case ended
  }

  /// The most bytes of a message, and of its head: a notebook has 16 MiB at most, and each of its
  /// bytes takes six in JSON at worst.
  private static let largestMessage = 128 << 20
  private static let largestHead = 4096

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0

  package init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Waits for the next message.
  package mutating func next() -> Reading {
    guard let length = head() else { return .ended }
    while buffer.count - start < length {
      guard fill() else { return .ended }
    }
    let body = buffer[start..<start + length]
    start += length
    let message = try? JSONDecoder().decode(JSON.self, from: Data(body))
    if start > 1 << 16 || start == buffer.count {
      buffer.removeFirst(start)
      start = 0
    }
    return message.map(Reading.message) ?? .malformed
  }

  /// Reads the lines of a head; gives the length that they tell.
  private mutating func head() -> Int? {
    var length: Int?
    var line: [UInt8] = []
    var count = 0
    while count < Self.largestHead {
      while start == buffer.count {
        guard fill() else { return nil }
      }
      let byte = buffer[start]
      start += 1
      count += 1
      guard byte == UInt8(ascii: "\n") else {
        if byte != UInt8(ascii: "\r") { line.append(byte) }
        continue
      }
      if line.isEmpty, length != nil { return length }
      let parts = String(decoding: line, as: UTF8.self).split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == "content-length" {
        let digits = parts[1].filter { $0 != " " }
        guard let told = Int(digits), (0...Self.largestMessage).contains(told) else { return nil }
        length = told
      }
      line = []
    }
    return nil
  }

  /// Waits for more bytes; `false` at their end.
  private mutating func fill() -> Bool {
    let size = 1 << 16
    var count = 0
    buffer.reserveCapacity(buffer.count + size)
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { bytes in
      repeat { count = read(descriptor, bytes.baseAddress, size) } while count < 0 && errno == EINTR
      if count > 0 { buffer.append(contentsOf: bytes[..<count]) }
    }
    return count > 0
  }
}
