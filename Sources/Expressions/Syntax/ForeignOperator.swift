/// Operators of other languages that people write by habit.
enum ForeignOperator: String, Sendable {
  case assign = "="
  case and = "&&"
  case or = "||"
  case not = "!"
  case caret = "^"
  case notEqual = "<>"
  case lessOrEqual = "≤"
  case greaterOrEqual = "≥"
  case notEqualSign = "≠"
  case times = "×"
  case dividedBy = "÷"
  case minusSign = "−"

  /// How the operator is written here.
  var replacement: Symbol {
    switch self {
    case .assign: .equal
    case .and: .and
    case .or: .or
    case .not: .not
    case .caret: .power
    case .notEqual, .notEqualSign: .notEqual
    case .lessOrEqual: .lessOrEqual
    case .greaterOrEqual: .greaterOrEqual
    case .times: .multiply
    case .dividedBy: .divide
    case .minusSign: .minus
    }
  }
}
