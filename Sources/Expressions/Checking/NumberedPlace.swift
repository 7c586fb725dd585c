/// An item of a list of a step, or a class of its confusion matrix, that an expression names by a
/// number written out.
package struct NumberedPlace: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// `groups[2]`: its place among the items, from 0; from the end as -1.
    case item
    /// `confusion.recall(5)`: its number among the classes, from 0.
    case classNumber
  }

  package let kind: Kind
  package let step: String
  /// The value of the step whose item or class it is.
  package let value: String
  package let number: Int
  /// The characters of the expression's text, from 0.
  package let range: Range<Int>

  /// What is wrong where there are only so many items or classes; `nil` for one that is there.
  package func problem(among count: Int) -> ExpressionError? {
    switch kind {
    case .item:
      (-count..<count).contains(number)
        ? nil : ExpressionError(.failed(.indexOutOfRange(number, count: count)), at: range)
    case .classNumber:
      (0..<count).contains(number)
        ? nil : ExpressionError(.failed(.noSuchClass(number, classes: count)), at: range)
    }
  }
}

/// What an expression names by numbers written out, in the order of its text.
package struct NumberedNames: Sendable, Equatable {
  /// The entries of histories.
  package let entries: [HistoryEntryName]
  /// The items of other lists, and the classes of matrices.
  package let places: [NumberedPlace]
}

extension Expression {
  /// What the expression names by numbers written out.
  package func numberedNames(in steps: StepSchema) -> NumberedNames {
    var checker = TypeChecker(steps: steps)
    _ = checker.type(of: root)
    return NumberedNames(entries: checker.entries, places: checker.places)
  }
}
