import Files
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes messages, each whole, to a file descriptor.
final class MessageWriter: Sendable {
  private let descriptor: Int32
  private let isOpen = Mutex(true)

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  func send(_ message: [String: JSON]) {
    var message = message
    message["jsonrpc"] = "2.0"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let body = try? encoder.encode(JSON.object(message)) else { return }
    let bytes = Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    // A client that is gone gets nothing more.
    isOpen.withLock { isOpen in if isOpen { isOpen = writeAll(bytes, to: descriptor) } }
  }
}
