import Results
import Spelling

extension ExpressionError {
  /// What is wrong, in one line with no full stop, leading with the specific.
  package var message: String {
    switch problem {
    case .empty: "the expression is empty"
    case .tooLong(let limit): "the expression is longer than \(limit) characters"
    case .tooDeep(let limit): "the expression nests deeper than \(limit) levels"
    case .unexpectedCharacter(let character): "'\(character)' has no meaning in an expression"
    case .foreignOperator(let spelling, _): "'\(spelling)' is not an operator"
    case .unterminatedText: "the text has no closing quote"
    case .unknownEscape: "a backslash in text stands only before a quote or a backslash"
    case .malformedNumber: "the number is malformed"
    case .numberTooLarge: "the number is too large"
    case .notNeedsParentheses: "'not' binds less tightly than the operator before it"
    case .unclosed(let opening, _): "'\(opening ?? "(")' is never closed"
    case .unexpected(let found, let after): Self.unexpectedMessage(found, after: after)
    case .percentage(let found, _): Self.unexpectedMessage(found, after: Symbol.remainder.rawValue)
    case .unknownStep(let name, _): "no step is called '\(name)'"
    case .unknownMember(let name, _, let step?, _): "'\(step)' has no member '\(name)'"
    case .unknownMember(let name, let type, nil, _):
      "\(type.noun) has no member '\(name)'"
    case .unknownFunction(let name, _): "no function is called '\(name)'"
    case .needsArguments(let signature): "'\(signature)' is a method and needs its arguments"
    case .takesNoArguments(let name): "'\(name)' is a value, not a method"
    case .unknownLabel(let name): "no argument is called '\(name)' here"
    case .argumentCount(let signature, let found):
      "'\(signature)' is given \(found) argument\(found == 1 ? "" : "s")"
    case .argumentType(let signature, let expected, let found):
      "'\(signature)' takes \(expected.noun), not \(found.noun)"
    case .operandType(let operation, let expected, let found):
      "'\(operation)' takes \(expected.noun), not \(found.noun)"
    case .notComparable(let left, let right):
      "\(left.noun) cannot be compared with \(right.noun)"
    case .beyondShares(let number):
      "a share lies between 0 and 1, and is compared with \(Self.text(number))"
    case .unordered(let type): "\(type.noun) has no order"
    case .notAList(let type): "\(type.noun) has no items"
    case .claimIsNotBoolean(let type): "a claim must be true or false, and this is \(type.noun)"
    case .failed(let problem): problem.message
    }
  }

  private static func unexpectedMessage(_ found: String?, after: String?) -> String {
    switch (found, after) {
    case (let found?, let after?): "'\(found)' cannot stand after '\(after)'"
    case (let found?, nil): "an expression cannot begin with '\(found)'"
    case (nil, let after?): "the expression ends after '\(after)'"
    case (nil, nil): "the expression is empty"
    }
  }

  /// A name that nothing has, which stands at the range, and the one that was likely meant.
  package var misspelling: (name: String, meant: String)? {
    switch problem {
    case .unknownStep(let name, .didYouMean(let meant)),
      .unknownMember(let name, _, _, .didYouMean(let meant)),
      .unknownFunction(let name, .didYouMean(let meant)):
      (name, meant)
    default: nil
    }
  }

  /// What is written in place of the quotes and marks that word processors and other keyboards write.
  private static func help(for character: Character) -> String? {
    switch character {
    case "“", "”", "„", "«", "»", "＂": "write \" before and behind a text"
    case "‘", "’", "‚": "write ' before and behind a text"
    case "：": "write ':' for a format"
    case "（", "）": "write ( and )"
    case "，": "write ','"
    default: nil
    }
  }

  private static func shareHelp(_ percent: Double) -> String {
    "\(ofPercent(percent)); '%' is the remainder of a division"
  }

  private static func ofPercent(_ percent: Double) -> String {
    // Rounded to what is written: a hundredth of 33.3 is no number of the machine.
    let share = (percent * 1e10).rounded() / 1e12
    return "write \(text(share)) for \(text(percent)) %"
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  /// What to do about it, in one line, where there is something to say.
  package var help: String? {
    switch problem {
    case .empty: "write a value, such as dev.accuracy"
    case .tooLong, .tooDeep: "split it into several"
    case .foreignOperator(_, let replacement): "write '\(replacement)'"
    case .unterminatedText: "close it with the quote that opens it"
    case .unknownEscape: #"write \\ for a backslash"#
    case .malformedNumber: "write it like 12, 0.03 or 1e-3; a name begins with a letter"
    case .numberTooLarge: "whole numbers go up to \(Int.max), others to 1.8e308"
    case .notNeedsParentheses: "put 'not' and what it negates in parentheses"
    case .unclosed(_, let closing): "add '\(closing)'"
    case .percentage(_, let percent): Self.shareHelp(percent ?? 3)
    case .unexpected(",", _): "write numbers without commas: 28000"
    case .unexpected(nil, _): "complete it"
    case .unknownStep(_, let hint): hint.text(for: "steps", empty: "the notebook has no steps")
    case .unknownMember(_, let type, let step, let hint):
      hint.text(
        for: "members",
        empty: step.map { "'\($0)' yields no values" } ?? "\(type.noun) stands for itself")
    case .unknownFunction(_, let hint): hint.text(for: "functions", empty: "there are none")
    case .needsArguments(let signature): "write '\(signature)'"
    case .takesNoArguments(let name): "write '\(name)' without parentheses"
    case .argumentCount(let signature, _): "write '\(signature)'"
    case .unknownLabel: "write the argument without a name; at(iteration: 250) alone has one"
    case .notComparable: "compare numbers with numbers, text with text"
    case .beyondShares(let number):
      (10...100).contains(number) ? Self.ofPercent(number) : "write a number from 0 to 1"
    case .unordered: "use == or !="
    case .operandType(_, _, let found), .notAList(let found): found.memberHelp
    case .claimIsNotBoolean: "compare it: dev.accuracy > 0.8"
    case .failed(let problem): problem.help
    case .unexpectedCharacter(let character): Self.help(for: character)
    case .unexpected, .argumentType: nil
    }
  }
}

extension NameHint {
  /// Of more names the rest is counted: a notebook may have thousands, and as many mistakes.
  private static let mostListed = 30

  fileprivate func text(for kind: String, empty: String) -> String {
    switch self {
    case .didYouMean(let name): "did you mean '\(name)'?"
    case .subtraction(let spaced): "to subtract, write spaces around the minus sign: \(spaced)"
    case .known([]): empty
    case .known(let names) where names.count > Self.mostListed:
      "the \(kind) are \(names.prefix(Self.mostListed).joined(separator: ", ")) and "
        + "\(names.count - Self.mostListed) more"
    case .known(let names): "the \(kind) are \(names.joined(separator: ", "))"
    }
  }
}

extension EvaluationProblem {
  fileprivate var message: String {
    switch self {
    case .divisionByZero: "division by zero"
    case .overflow(let operation): "the result of '\(operation)' is too large"
    case .indexOutOfRange(let index, let count):
      "item \(index) is not in a list of \(count) items"
    case .noSuchMoment(let iteration, _): "the history has no entry at iteration \(iteration)"
    case .notAShare: "a share of a training is a number from 0 to 1"
    case .emptyList(let member): "an empty list has no '\(member)'"
    case .noSuchClass(let c, let classes): "class \(c) is not among the \(classes) classes"
    case .noClassCalled(let name, _): "no class is called '\(name)'"
    case .sameClass(let c): "a pair needs two classes, and both are \(c)"
    case .notFinite(let operation): "'\(operation)' takes a finite number"
    case .fractionalPowerOfNegative: "a negative number has no fractional power"
    case .rootOfNegative: "a negative number has no square root"
    case .tooFew(let member, let least): "'\(member)' takes at least \(least) numbers"
    case .unknownDigits(let digits): "rounding to \(digits) digits is out of range"
    case .missing(let name): "'\(name)' has no value in this run"
    }
  }

  fileprivate var help: String? {
    switch self {
    case .indexOutOfRange(_, let count) where count > 0:
      "items count from 0 to \(count - 1), and from the end as -1 to -\(count)"
    case .noClassCalled(let name, let names):
      suggestion(for: name, among: names).map { "did you mean '\($0)'?" }
        ?? (names.isEmpty
          ? nil
          : "the classes are \(names.prefix(12).joined(separator: ", "))"
            + (names.count > 12 ? " and \(names.count - 12) more" : ""))
    case .noSuchMoment(_, let nearest) where nearest.count > 1:
      "the nearest are \(nearest.map(String.init).joined(separator: " and "))"
    case .noSuchMoment(_, let nearest) where nearest.count == 1: "the nearest is \(nearest[0])"
    case .notAShare: "write at(0.5), or at(iteration: 250) for a number of iterations"
    case .noSuchClass(_, let classes) where classes > 0: "classes count from 0 to \(classes - 1)"
    case .unknownDigits: "write from -300 to 300"
    default: nil
    }
  }
}
