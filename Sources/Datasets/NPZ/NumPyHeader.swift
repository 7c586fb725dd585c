/// The header of a file of NumPy's: the type of the numbers, their order, and the sizes.
///
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
struct NumPyHeader: Sendable, Equatable {
  /// What the elements are.
  enum Kind: Character, Sendable {
    case signed = "i"
    case unsigned = "u"
    case float = "f"
    case boolean = "b"
    /// Unicode, four bytes a character.
    case text = "U"
    /// Bytes.
    case bytes = "S"
  }

  let kind: Kind
  /// Bytes of an element.
  let size: Int
  let isBigEndian: Bool
  /// Whether the first index is that of neighbours.
  let isFortran: Bool
  let shape: [Int]

  /// How many elements there are.
  var count: Int { shape.reduce(1, *) }

  /// Reads the header, behind which the elements follow.
  init(_ reader: InflatingReader, array: String) throws(DatasetError) {
    var start = [UInt8](repeating: 0, count: 10)
    guard try reader.read(into: &start) == 10, start.starts(with: [0x93] + Array("NUMPY".utf8))
    else { throw DatasetError(.array(array, "is no array of NumPy"), in: reader.path) }
    guard (1...3).contains(start[6]) else {
      throw DatasetError(
        .array(array, "is of version \(start[6]) of NumPy's format, which is not known"),
        in: reader.path)
    }
    var length = Int(start[8]) | Int(start[9]) << 8
    if start[6] >= 2 {
      var more = [UInt8](repeating: 0, count: 2)
      guard try reader.read(into: &more) == 2 else {
        throw DatasetError(.array(array, "is cut short"), in: reader.path)
      }
      length |= Int(more[0]) << 16 | Int(more[1]) << 24
    }
    guard length <= 1 << 16 else {
      throw DatasetError(.array(array, "has a header that is too long"), in: reader.path)
    }
    var text = [UInt8](repeating: 0, count: length)
    guard try reader.read(into: &text) == length else {
      throw DatasetError(.array(array, "is cut short"), in: reader.path)
    }
    try self.init(String(decoding: text, as: UTF8.self), array, reader.path)
  }

  private init(_ text: String, _ array: String, _ path: String) throws(DatasetError) {
    func error(_ fact: String) -> DatasetError { DatasetError(.array(array, fact), in: path) }
    guard let type = Self.value(of: "descr", in: text), type.hasPrefix("'") else {
      throw error("holds records")
    }
    let word = type.dropFirst().prefix { $0 != "'" }
    isFortran = Self.value(of: "fortran_order", in: text)?.hasPrefix("True") ?? false
    guard let list = Self.value(of: "shape", in: text), list.hasPrefix("(") else {
      throw error("has no shape")
    }
    guard let shape = Self.numbers(of: list) else { throw error("has no sensible shape") }
    self.shape = shape
    var product = 1
    for side in shape {
      let (value, overflows) = product.multipliedReportingOverflow(by: side)
      guard side >= 0, !overflows, value < 1 << 40 else { throw error("has no sensible shape") }
      product = value
    }
    guard word.dropFirst().first != "O" else { throw error("holds Python objects") }
    guard word.count >= 3, let kind = word.dropFirst().first.flatMap(Kind.init),
      let size = Int(word.dropFirst(2)), (1...4096).contains(size)
    else { throw error("holds elements of type '\(word.prefix(20))'") }
    isBigEndian = word.first == ">"
    self.kind = kind
    self.size = kind == .text ? 4 * size : size
    guard kind == .text || kind == .bytes || [1, 2, 4, 8].contains(size) else {
      throw error("holds elements of type '\(word.prefix(20))'")
    }
  }

  /// What stands behind a key of the header, which is a dictionary of Python.
  private static func value(of key: String, in text: String) -> Substring? {
    guard let place = text.firstRange(of: "'\(key)':") else { return nil }
    return text[place.upperBound...].drop { $0 == " " }
  }

  /// The whole numbers of a tuple of Python's, behind the last of which a comma may stand; `nil` where
  /// something else is among them, or more than an integer holds.
  private static func numbers(of tuple: Substring) -> [Int]? {
    var words = tuple.dropFirst().prefix { $0 != ")" }
      .split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    if words.last == "" { words.removeLast() }
    let numbers = words.map { Int($0) }
    return numbers.contains(nil) ? nil : numbers.compactMap { $0 }
  }

  /// The number whose bytes begin at a place.
  @inline(__always)
  func number(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Double {
    switch size {
    case 1:
      return kind == .signed ? Double(Int8(bitPattern: bytes[place])) : Double(bytes[place])
    case 2:
      let word = word(bytes, place, UInt16.self)
      return kind == .float
        ? Self.half(word) : kind == .signed ? Double(Int16(bitPattern: word)) : Double(word)
    case 4:
      let word = word(bytes, place, UInt32.self)
      return kind == .float
        ? Double(Float(bitPattern: word))
        : kind == .signed ? Double(Int32(bitPattern: word)) : Double(word)
    default:
      let word = word(bytes, place, UInt64.self)
      return kind == .float
        ? Double(bitPattern: word)
        : kind == .signed ? Double(Int64(bitPattern: word)) : Double(word)
    }
  }

  @inline(__always)
  private func word<Word: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ place: Int, _: Word.Type
  ) -> Word {
    let word = bytes.loadUnaligned(fromByteOffset: place, as: Word.self)
    return isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word)
  }

  /// A number of 16 bits (IEEE 754, binary16).
  private static func half(_ word: UInt16) -> Double {
    let (exponent, fraction) = (Int(word >> 10 & 0x1F), Double(word & 0x3FF))
    let sign = word >> 15 == 1 ? -1.0 : 1
    if exponent == 31 { return fraction == 0 ? sign * .infinity : .nan }
    let significand = exponent == 0 ? fraction : fraction + 1024
    return sign * Double(sign: .plus, exponent: max(1, exponent) - 25, significand: significand)
  }

  /// The text whose bytes begin at a place.
  func text(_ bytes: UnsafeRawBufferPointer, at place: Int) -> String {
    var text = ""
    if kind == .bytes {
      let run = bytes[place..<place + size].prefix { $0 != 0 }
      return String(decoding: run, as: UTF8.self)
    }
    for start in stride(from: place, to: place + size, by: 4) {
      var scalar: UInt32 = 0
      for index in 0..<4 {
        scalar = scalar << 8 | UInt32(bytes[start + (isBigEndian ? index : 3 - index)])
      }
      guard scalar != 0, let character = Unicode.Scalar(scalar) else { break }
      text.unicodeScalars.append(character)
    }
    return text
  }
}
