package import Results

/// What is wrong with an expression, and where in its text.
package struct ExpressionError: Error, Sendable, Equatable {
  package let problem: Problem
  /// The offending characters of the expression's text, from 0; empty at the end of the text.
  package let range: Range<Int>

  init(_ problem: Problem, at range: Range<Int>) {
    self.problem = problem
    self.range = range
  }

  /// The facts of a problem; `message` and `help` put them into words.
  package enum Problem: Sendable, Equatable {
    // Found while reading the text.
    case empty
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case unexpectedCharacter(Character)
    /// An operator of other languages, and how it is written here.
    case foreignOperator(String, write: String)
    case unterminatedText
    case unknownEscape
    case malformedNumber
    case numberTooLarge
    case notNeedsParentheses
    case unclosed(String?, with: String)
    /// `found` is `nil` at the end of the text, `after` at its beginning.
    case unexpected(String?, after: String?)
    /// A remainder without a divisor: of a number in percent, where that is written out.
    case percentage(String?, of: Double?)

    // Found while checking types.
    case unknownStep(String, hint: NameHint)
    /// `step` is the receiver's name where it is a step.
    case unknownMember(String, of: ValueType, step: String?, hint: NameHint)
    case unknownFunction(String, hint: NameHint)
    case needsArguments(signature: String)
    case takesNoArguments(String)
    /// An argument has a name that its method or function does not know.
    case unknownLabel(String)
    case argumentCount(signature: String, found: Int)
    case argumentType(signature: String, expected: ValueType, found: ValueType)
    case operandType(operation: String, expected: ValueType, found: ValueType)
    case notComparable(ValueType, ValueType)
    /// A share is compared with a number that none can reach.
    case beyondShares(Double)
    case unordered(ValueType)
    case notAList(ValueType)
    case claimIsNotBoolean(ValueType)

    // Found while computing; division by a literal zero is found while checking.
    case failed(EvaluationProblem)
  }
}

/// What helps with an unknown name.
package enum NameHint: Sendable, Equatable {
  /// A known name one slip away.
  case didYouMean(String)
  /// The name is a subtraction without spaces, and would read like this with them.
  case subtraction(String)
  /// Every name there is, in the order it is documented.
  case known([String])
}

/// Why a value cannot be computed.
package enum EvaluationProblem: Error, Sendable, Equatable {
  case divisionByZero
  /// A result does not fit its type.
  case overflow(operation: String)
  case indexOutOfRange(Int, count: Int)
  /// A history has no entry at an iteration; those before and after it, as far as there are any.
  case noSuchMoment(Int, nearest: [Int])
  /// A share of a training that is not within 0...1.
  case notAShare
  case emptyList(member: String)
  case noSuchClass(Int, classes: Int)
  case noClassCalled(String, names: [String])
  case sameClass(Int)
  case notFinite(operation: String)
  case fractionalPowerOfNegative
  case rootOfNegative
  /// A list has fewer items than a function needs.
  case tooFew(member: String, least: Int)
  case unknownDigits(Int)
  /// A step or value is missing, or of another type than declared.
  case missing(String)
}

/// Every problem of one expression, in the order of its text.
package struct ExpressionErrors: Error, Sendable, Equatable {
  package let errors: [ExpressionError]

  init(_ errors: [ExpressionError]) {
    self.errors = errors.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
