extension BidirectionalCollection<UInt8> {
  /// The bytes without spaces at their ends.
  var trimmingSpaces: SubSequence {
    let space = UInt8(ascii: " ")
    let rest = drop { $0 == space }
    guard let last = rest.lastIndex(where: { $0 != space }) else { return rest.prefix(0) }
    return rest[...last]
  }
}
