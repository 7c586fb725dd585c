import Notebook

/// Why an option's value cannot be read.
struct OptionProblem: Error, Equatable {
  /// The part of the value that is wrong; the whole value where `nil`.
  var range: SourceRange?
  /// What was found; `nil` where the type's description says enough.
  var message: String?
  var help: String?
  /// The word that stands at the range, and what was likely meant.
  var misspelling: Misspelling?
  /// The value, or the item of a list, that is wrong.
  private(set) var value: OptionValue?

  init(
    range: SourceRange? = nil, message: String? = nil, help: String? = nil,
    misspelling: Misspelling? = nil
  ) {
    self.range = range
    self.message = message
    self.help = help
    self.misspelling = misspelling
  }

  /// The same, of a value or an item.
  func standing(at value: OptionValue) -> Self {
    var problem = self
    problem.value = value
    return problem
  }
}

/// Everything that is wrong with an option's value, in the order of the text.
struct OptionProblems: Error {
  let all: [OptionProblem]

  init(_ all: [OptionProblem]) {
    self.all = all
  }
}
