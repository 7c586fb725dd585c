package import Results

extension FormatSpecification {
  /// What keeps values of a type from being written by this format; `nil` where they can be.
  package func problem(with type: ValueType) -> FormatError? {
    switch type {
    case .integer: integerProblem
    case .number: numberProblem(type)
    case .proportion: numberProblem(type)
    case .text, .boolean: textProblem(type)
    case .list(let element):
      // A list of plain values reads as an enumeration, but only as a whole.
      isEmpty && element.isPlain ? nil : FormatError(.notWritable(type))
    case .confusion, .record: FormatError(.notWritable(type))
    }
  }

  private var integerProblem: FormatError? {
    guard let presentation else { return wholeProblem }
    switch presentation {
    case .text: return FormatError(.wrongType("s", .integer))
    case .integer, .binary, .octal, .hexadecimal, .hexadecimalUppercase:
      if presentation != .integer, grouping == "," {
        return FormatError(
          .doesNotApply(part: "','", to: "the format type '\(presentation.rawValue)'"))
      }
      return wholeProblem
    default: return nil
    }
  }

  /// What a number written with whole digits cannot have.
  private var wholeProblem: FormatError? {
    if precision != nil {
      return FormatError(
        .doesNotApply(part: "a precision", to: "an integer written without decimals"))
    }
    guard !coercesNegativeZero else {
      return FormatError(.doesNotApply(part: "'z'", to: "an integer written without decimals"))
    }
    return nil
  }

  private func numberProblem(_ type: ValueType) -> FormatError? {
    switch presentation {
    case nil, .exponent, .exponentUppercase, .fixed, .fixedUppercase, .general,
      .generalUppercase, .percent:
      nil
    case .text?, .integer?, .binary?, .octal?, .hexadecimal?, .hexadecimalUppercase?:
      FormatError(.wrongType(presentation?.rawValue ?? "s", type))
    }
  }

  private func textProblem(_ type: ValueType) -> FormatError? {
    if let presentation, presentation != .text {
      return FormatError(.wrongType(presentation.rawValue, type))
    }
    let part: String? =
      if sign != nil {
        "a sign"
      } else if coercesNegativeZero {
        "'z'"
      } else if isAlternate {
        "'#'"
      } else if let grouping {
        "'\(grouping)'"
      } else if alignment == .afterSign {
        "'='"
      } else {
        nil
      }
    return part.map { FormatError(.doesNotApply(part: $0, to: type.noun)) }
  }
}

extension ValueType {
  /// Whether the value reads as one word or number.
  fileprivate var isPlain: Bool {
    switch self {
    case .boolean, .integer, .number, .text, .proportion: true
    case .confusion, .list, .record: false
    }
  }
}
