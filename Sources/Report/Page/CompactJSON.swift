extension String {
  /// A JSON text without the blanks between its parts; those within its strings stay.
  var compactJSON: [UInt8] {
    var compact: [UInt8] = []
    compact.reserveCapacity(utf8.count)
    var isWithin = false
    var isEscaped = false
    for byte in utf8 {
      if isWithin {
        compact.append(byte)
        if !isEscaped, byte == UInt8(ascii: "\"") { isWithin = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte > UInt8(ascii: " ") {
        compact.append(byte)
        isWithin = byte == UInt8(ascii: "\"")
      }
    }
    return compact
  }
}
