import Results

extension TypeChecker {
  mutating func type(ofMember name: Node.Name, of receiver: Node) -> ValueType? {
    guard let receiverType = type(of: receiver) else { return nil }
    if let member = receiverType.members.first(where: { $0.name == name.text }) {
      guard member.parameters.isEmpty else {
        return note(.needsArguments(signature: member.signature), at: name.range)
      }
      return member.type
    }
    return noteUnknown(name, of: receiver, receiverType)
  }

  mutating func type(
    ofMethod name: Node.Name, of receiver: Node, _ arguments: [Node]
  ) -> ValueType? {
    let receiverType = type(of: receiver)
    if name.text == Moment.method, let receiverType, receiverType.isHistory,
      case .list(let entry) = receiverType
    {
      checkMoment(arguments, of: receiver, name)
      return entry
    }
    let argumentTypes = arguments.map { type(of: $0) }
    guard let receiverType else { return nil }
    guard let member = receiverType.members.first(where: { $0.name == name.text }) else {
      return noteUnknown(name, of: receiver, receiverType)
    }
    guard !member.parameters.isEmpty else {
      return note(.takesNoArguments(name.text), at: name.range)
    }
    guard arguments.count == member.parameters.count else {
      return note(
        .argumentCount(signature: member.signature, found: arguments.count), at: name.range)
    }
    for (argument, type) in zip(arguments, argumentTypes) {
      if receiverType == .confusion {
        notePlace(.classNumber, argument, of: receiver, at: argument.range)
      }
      // A class is said by its number or its name.
      guard let type, type != .integer, type != .text else { continue }
      _ = note(
        .argumentType(signature: member.signature, expected: .integer, found: type),
        at: argument.range)
    }
    return member.type
  }

  /// Checks the argument of `at`: a share of the training, or an iteration by its name.
  private mutating func checkMoment(_ arguments: [Node], of history: Node, _ name: Node.Name) {
    let signature = BuiltInMember.moment.signature
    guard arguments.count == 1, let argument = arguments.first else {
      _ = note(.argumentCount(signature: signature, found: arguments.count), at: name.range)
      return
    }
    guard case .labelled(let label, let iteration) = argument.kind else {
      checkShare(argument, signature)
      return
    }
    guard label.text == Moment.label else {
      _ = note(.unknownLabel(label.text), at: label.range)
      return
    }
    if let type = type(of: iteration), type != .integer {
      _ = note(
        .argumentType(signature: signature, expected: .integer, found: type), at: iteration.range)
    }
    if let place = iteration.literalNumber.flatMap({ Int(exactly: $0) }) {
      noteEntry(.iteration(place), of: history, at: argument.range)
    }
  }

  private mutating func checkShare(_ share: Node, _ signature: String) {
    if let type = type(of: share), !type.isNumeric {
      _ = note(.argumentType(signature: signature, expected: .number, found: type), at: share.range)
    } else if let number = share.literalNumber, !(0...1).contains(number) {
      _ = note(.failed(.notAShare), at: share.range)
    }
  }

  mutating func type(
    ofFunction name: Node.Name, _ arguments: [Node], at range: Range<Int>
  ) -> ValueType? {
    let types = arguments.map { type(of: $0) }
    guard let function = BuiltInFunction.named(name.text) else {
      let names = BuiltInFunction.all.map(\.name)
      let hint = NameHint.hint(for: name.text, among: names) { _ in false }
      return note(.unknownFunction(name.text, hint: hint), at: name.range)
    }
    guard function.takes(types) else {
      return note(
        .argumentCount(signature: function.signature, found: arguments.count), at: name.range)
    }
    var areFit = true
    for (place, (argument, type)) in zip(arguments, types).enumerated() {
      guard let type else {
        areFit = false
        continue
      }
      guard let expected = function.expected(at: place, of: types.count, insteadOf: type) else {
        continue
      }
      areFit = false
      _ = note(
        .argumentType(signature: function.signature, expected: expected, found: type),
        at: argument.range)
    }
    return areFit ? function.type(types.compactMap { $0?.element ?? $0 }) : nil
  }

  private mutating func noteUnknown(
    _ name: Node.Name, of receiver: Node, _ type: ValueType
  ) -> ValueType? {
    let members = type.members
    var hint = NameHint.hint(
      for: name.text, among: members.map(\.name), isOperand: steps.contains)
    if case .known = hint { hint = .known(members.map(\.signature)) }
    var step: String?
    if case .step(let name) = receiver.kind { step = name }
    return note(.unknownMember(name.text, of: type, step: step, hint: hint), at: name.range)
  }
}

/// What a type offers after a dot.
private struct Offer {
  let name: String
  let signature: String
  let parameters: [String]
  let type: ValueType?
}

extension ValueType {
  /// The members of a record as declared, those of other types as documented.
  ///
  /// A list of records also has its records' members, each the list of that member's values:
  /// `train.history.accuracy` is a list of numbers. A list's own members come first.
  fileprivate var members: [Offer] {
    switch self {
    case .record(let members):
      members.map { Offer(name: $0.name, signature: $0.name, parameters: [], type: $0.type) }
    case .list(.record(let members)):
      builtInMembers
        + members.map {
          Offer(name: $0.name, signature: $0.name, parameters: [], type: .list($0.type))
        }
    default: builtInMembers
    }
  }

  private var builtInMembers: [Offer] {
    BuiltInMember.members(of: self).map {
      Offer(name: $0.name, signature: $0.signature, parameters: $0.parameters, type: $0.type(self))
    }
  }
}
