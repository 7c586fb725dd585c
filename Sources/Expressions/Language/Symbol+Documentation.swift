extension Symbol {
  /// How an operator is written and what it means; `nil` for what is no operator of its own.
  var documentation: (form: String, meaning: String)? {
    switch self {
    case .or: ("a or b", "True where either is.")
    case .and: ("a and b", "True where both are.")
    case .not: ("not a", "True where it is not.")
    case .true: ("true", "The condition that always holds.")
    case .false: ("false", "The condition that never holds.")
    case .power: ("a ** b", "The power; it groups to the right.")
    case .floorDivide: ("a // b", "The quotient, rounded down.")
    case .lessOrEqual: ("a <= b", "At most.")
    case .greaterOrEqual: ("a >= b", "At least.")
    case .equal: ("a == b", "Equal: of numbers, texts and conditions.")
    case .notEqual: ("a != b", "Not equal.")
    case .less: ("a < b", "Less; comparisons chain: 0.8 < dev.accuracy <= 1.")
    case .greater: ("a > b", "Greater.")
    case .plus: ("a + b", "The sum.")
    case .minus: ("a - b", "The difference; -a is the number with the other sign.")
    case .multiply: ("a * b", "The product.")
    case .divide: ("a / b", "The quotient, a number in any case.")
    case .remainder: ("a % b", "The remainder of a // b, with the sign of b.")
    case .openParenthesis: ("(a)", "What is computed first.")
    case .openBracket: ("list[i]", "An item, from 0; from the end as -1.")
    case .dot: ("step.name", "A value of a step, or a member of a value.")
    case .closeParenthesis, .closeBracket, .comma, .colon: nil
    }
  }
}

extension BuiltInMember.Receiver {
  /// The heading above the members.
  var title: String {
    switch self {
    case .proportion: "Members of a proportion"
    case .confusion: "Members of a confusion matrix"
    case .list: "Members of a list"
    case .text: "Members of text"
    }
  }

  /// What values of the kind are.
  var opening: String {
    switch self {
    case .proportion: "A proportion, such as dev.accuracy, stands for its share in arithmetic."
    case .confusion: "A confusion matrix, such as dev.confusion; classes count from 0."
    case .list:
      """
      A list of records also has the members of its records, each as a list: \
      train.history.accuracy is a list of numbers.
      """
    case .text: "Text is written in quotes, single or double."
    }
  }
}
