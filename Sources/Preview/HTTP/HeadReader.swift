/// Gathers the head of a request from pieces as they come, and never more than a head may have.
///
/// Each byte is looked at twice, so that time and memory do not depend on what is sent.
package struct HeadReader: Sendable {
  /// The most bytes that a head may have.
  package static let limit = 16 << 10

  private var bytes: [UInt8] = []
  private var hasLine = false
  private var isLineEmpty = true

  package init() {}

  /// Takes a piece; gives the head once it is whole, and leaves aside what follows it.
  package mutating func take(_ piece: some Sequence<UInt8>) throws(RequestProblem) -> RequestHead? {
    for byte in piece {
      guard bytes.count < Self.limit else { throw hasLine ? .longFields : .longLine }
      bytes.append(byte)
      switch byte {
      case UInt8(ascii: "\n") where isLineEmpty: return try RequestHead(bytes[...])
      case UInt8(ascii: "\n"): (hasLine, isLineEmpty) = (true, true)
      case UInt8(ascii: "\r"): break
      default: isLineEmpty = false
      }
    }
    return nil
  }
}
