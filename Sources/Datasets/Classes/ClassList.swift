/// The classes of a data set, and what they are called.
package struct ClassList: Sendable, Equatable {
  /// How many classes a data set may have.
  package static let bounds = 1...1000

  /// How many there are.
  package let count: Int
  /// One for each class; `nil` where they are numbered from 0.
  package let names: [String]?
  /// Whether somebody said how many there are, rather than the labels that happen to occur.
  package let isDeclared: Bool
  /// Whether the files hold the names themselves, so that nobody knows the classes by numbers.
  package let areLabels: Bool
  /// The number by which the files know class 0: 1 where their labels count from 1.
  package let firstLabel: Int

  /// Classes that are numbered from 0.
  package init(count: Int, isDeclared: Bool = false) {
    self.count = count
    names = nil
    self.isDeclared = isDeclared
    areLabels = false
    firstLabel = 0
  }

  /// Classes that have names.
  package init(names: [String], areLabels: Bool = false, firstLabel: Int = 0) {
    count = names.count
    self.names = names
    isDeclared = true
    self.areLabels = areLabels
    self.firstLabel = firstLabel
  }

  /// What a class is called.
  package func name(of number: Int) -> String {
    guard let names, names.indices.contains(number) else { return String(number) }
    return names[number]
  }
}

/// What somebody says of the classes of a data set.
package enum DeclaredClasses: Sendable, Equatable {
  case count(Int)
  /// In the order of the labels.
  case names([String])
}
