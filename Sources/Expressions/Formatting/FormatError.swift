package import Results

/// What is wrong with a format specification, or with a value for it.
package struct FormatError: Error, Sendable, Equatable {
  package let problem: Problem
  /// The offending characters of the specification, from 0; `nil` for the whole of it.
  package let range: Range<Int>?

  init(_ problem: Problem, at range: Range<Int>? = nil) {
    self.problem = problem
    self.range = range
  }

  /// The facts of a problem; `message` and `help` put them into words.
  package enum Problem: Sendable, Equatable {
    case malformed(String)
    case unknownType(Character)
    case missingPrecision
    case twoGroupings
    case tooLarge(limit: Int)
    /// A fill of more bytes than `limit`: a character with many accents.
    case longFill(limit: Int)
    /// The presentation is not for values of this type.
    case wrongType(Character, ValueType)
    /// `part` does not go with the presentation of a type of value.
    case doesNotApply(part: String, to: String)
    /// The value is made of others and cannot be written as one.
    case notWritable(ValueType)
  }

  /// What is wrong, in one line with no full stop, leading with the specific.
  package var message: String {
    switch problem {
    case .malformed(let rest): "'\(rest)' has no meaning in a format"
    case .unknownType(let letter): "'\(letter)' is not a format type"
    case .missingPrecision: "a number is missing after '.' in the format"
    case .twoGroupings: "a format groups digits by ',' or by '_', not by both"
    case .tooLarge(let limit): "a width or precision is larger than \(limit)"
    case .longFill(let limit): "the fill of a format has more than \(limit) bytes"
    case .wrongType(let letter, let type): "format '\(letter)' is not for \(type.noun)"
    case .doesNotApply(let part, let kind): "\(part) has no meaning for \(kind)"
    case .notWritable(let type): "\(type.noun) cannot be written in a sentence"
    }
  }

  /// What to do about it, in one line, where there is something to say.
  package var help: String? {
    switch problem {
    case .malformed: "write [align][sign][0][width][,][.precision][type], such as .2% or ,"
    case .unknownType("n"): "'n' depends on a locale; write ',' for 41,000"
    case .unknownType: "the types are d, b, o, x, X, e, E, f, F, g, G, % and s"
    case .missingPrecision: "write it like .2f"
    case .twoGroupings: "leave one out"
    case .longFill: "fill with a plain character, such as . or 0"
    case .wrongType(_, .text), .wrongType(_, .boolean): "leave the type out"
    case .wrongType("s", _): "leave the type out, or write f, g, % or d"
    case .wrongType: "write f, g or %, or round(…) the value"
    case .notWritable(let type): type.memberHelp
    case .tooLarge, .doesNotApply: nil
    }
  }
}
