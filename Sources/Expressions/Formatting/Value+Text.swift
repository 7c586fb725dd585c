package import Results

extension Value {
  /// The value as text without a format: numbers as Python's `str`, booleans as yes and no.
  ///
  /// Numbers have the fewest digits that read back as the same number; the items of a list are
  /// set off by commas.
  package var plainText: String { text { NumberText.plain($0) } }

  /// The value as text with numbers to four significant digits: "0.8366".
  package var briefText: String { text { NumberText.brief($0) } }

  private func text(_ number: (Double) -> String) -> String {
    switch self {
    case .boolean(let boolean): boolean ? "yes" : "no"
    case .integer(let integer): String(integer)
    case .number(let value): number(value)
    case .text(let text): text
    case .proportion(let proportion): number(proportion.value)
    case .confusion(let matrix): "\(matrix.classes) × \(matrix.classes) counts"
    case .list(let items): items.map { $0.text(number) }.joined(separator: ", ")
    case .record(let fields):
      fields.map { "\($0.name) \($0.value.text(number))" }.joined(separator: ", ")
    case .unknown: "unknown"
    }
  }
}

extension NumberText {
  fileprivate static func plain(_ number: Double) -> String {
    signed(number, FormatSpecification())
  }

  fileprivate static func brief(_ number: Double) -> String {
    var format = FormatSpecification()
    format.precision = 4
    format.presentation = .general
    return signed(number, format)
  }

  private static func signed(_ number: Double, _ format: FormatSpecification) -> String {
    let text = NumberText(number, format: format)
    return (number.sign == .minus && !number.isNaN ? "-" : "") + text.whole + text.rest
  }
}
