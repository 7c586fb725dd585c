/// Operators of other languages that people write by habit.
enum ForeignOperator: String, Sendable {
  case assign = "="
  case and = "&&"
  case or = "||"
  case not = "!"
  case caret = "^"
  case notEqual = "<>"
  case equalGreater = "=>"
  case equalLess = "=<"
  case identical = "==="
  case notIdentical = "!=="
  case doublyEqualGreater = "==>"
  case doublyEqualLess = "<=="
  case greaterDoublyEqual = ">=="
  case lessOrEqual = "≤"
  case greaterOrEqual = "≥"
  case notEqualSign = "≠"
  case times = "×"
  case dividedBy = "÷"
  case minusSign = "−"
  case enDash = "–"

  /// How the operator is written here.
  var replacement: Symbol {
    switch self {
    case .assign: .equal
    case .and: .and
    case .or: .or
    case .not: .not
    case .caret: .power
    case .identical: .equal
    case .notEqual, .notEqualSign, .notIdentical: .notEqual
    case .lessOrEqual, .equalLess, .doublyEqualLess: .lessOrEqual
    case .greaterOrEqual, .equalGreater, .doublyEqualGreater, .greaterDoublyEqual: .greaterOrEqual
    case .times: .multiply
    case .dividedBy: .divide
    case .minusSign, .enDash: .minus
    }
  }
}
