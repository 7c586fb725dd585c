package import Results

extension FormatSpecification {
  /// The value as text, byte for byte as Python 3.11 writes it.
  ///
  /// A proportion reads as its number, a boolean as "yes" or "no"; an unknown value as "unknown",
  /// whatever the format.
  package func format(_ value: Value) throws(FormatError) -> String {
    if let error = problem(with: value) { throw error }
    switch value {
    case .integer(let integer): return format(integer)
    case .number(let number): return format(number)
    case .proportion(let proportion): return format(proportion.value)
    case .text(let text): return format(text)
    case .unknown: return value.plainText
    default: return isEmpty ? value.plainText : format(value.plainText)
    }
  }

  private func problem(with value: Value) -> FormatError? {
    switch value {
    case .boolean: problem(with: .boolean)
    case .integer: problem(with: .integer)
    case .number: problem(with: .number)
    case .text: problem(with: .text)
    case .proportion: problem(with: .proportion)
    case .confusion: problem(with: .confusion)
    case .list(let items):
      isEmpty
        ? items.lazy.compactMap { problem(with: $0) }.first
        : FormatError(.notWritable(.list(.record([]))))
    case .record: problem(with: ValueType.record([]))
    case .unknown: nil
    }
  }

  private func format(_ text: String) -> String {
    let cut = precision.map { String(text.prefix($0)) } ?? text
    return padded(cut, alignment: alignment ?? .left)
  }

  private func format(_ integer: Int) -> String {
    switch presentation {
    case nil, .integer: wholeNumber(integer, radix: 10, prefix: "")
    case .binary: wholeNumber(integer, radix: 2, prefix: "0b")
    case .octal: wholeNumber(integer, radix: 8, prefix: "0o")
    case .hexadecimal: wholeNumber(integer, radix: 16, prefix: "0x")
    case .hexadecimalUppercase: wholeNumber(integer, radix: 16, prefix: "0X")
    default: format(Double(integer))
    }
  }

  private func wholeNumber(_ integer: Int, radix: Int, prefix: String) -> String {
    let digits = String(
      integer.magnitude, radix: radix, uppercase: presentation == .hexadecimalUppercase)
    let lead = signText(isNegative: integer < 0) + (isAlternate ? prefix : "")
    return laidOut(lead: lead, digits: digits, rest: "", groupSize: radix == 10 ? 3 : 4)
  }

  private func format(_ number: Double) -> String {
    let text = NumberText(number, format: self)
    let isNegative = number.sign == .minus && !number.isNaN
    let losesSign = coercesNegativeZero && text.isZero
    let lead = signText(isNegative: isNegative && !losesSign)
    return laidOut(lead: lead, digits: text.whole, rest: text.rest, groupSize: 3)
  }

  private func signText(isNegative: Bool) -> String {
    if isNegative { return "-" }
    switch sign {
    case .always: return "+"
    case .space: return " "
    case .onlyNegative, nil: return ""
    }
  }

  /// Puts a number's parts together: sign or prefix, whole digits in groups, the rest, padding.
  private func laidOut(lead: String, digits: String, rest: String, groupSize: Int) -> String {
    let alignment = alignment ?? (padsWithZeros ? .afterSign : .right)
    guard alignment == .afterSign else {
      return padded(lead + separated(digits, size: groupSize) + rest, alignment: alignment)
    }
    let room = width - lead.count - rest.count
    if fill == "0" {
      return lead + separated(digits, size: groupSize, filling: room) + rest
    }
    let body = separated(digits, size: groupSize) + rest
    let padding = String(repeating: fill, count: max(0, width - lead.count - body.count))
    return lead + padding + body
  }

  /// The digits in groups where the format asks for them, with zeros before them up to `room`.
  ///
  /// "inf" and "nan" have no digits, and zeros before them no groups.
  private func separated(_ digits: String, size: Int, filling room: Int = 0) -> String {
    guard let grouping, !digits.isEmpty else {
      return String(repeating: "0", count: max(0, room - digits.count)) + digits
    }
    return grouped(digits: digits, size: size, separator: grouping, filling: room)
  }

  private func padded(_ text: String, alignment: Alignment) -> String {
    let missing = max(0, width - text.count)
    let before =
      switch alignment {
      case .left: 0
      case .right, .afterSign: missing
      case .centre: missing / 2
      }
    return String(repeating: fill, count: before) + text
      + String(repeating: fill, count: missing - before)
  }
}
