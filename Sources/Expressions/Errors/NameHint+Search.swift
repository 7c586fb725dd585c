import Spelling

extension NameHint {
  /// What helps with `name`, which is no step of these.
  static func hint(for name: String, among steps: StepSchema) -> NameHint {
    if let spaced = subtraction(name, of: steps.contains, and: steps.contains) { return spaced }
    return steps.name(near: name).map(NameHint.didYouMean) ?? .known(steps.names)
  }

  /// What helps with `name`, which is none of `known`.
  ///
  /// `isOperand` tells whether the part after a hyphen could stand on its own right of a minus.
  static func hint(
    for name: String, among known: [String], isOperand: (String) -> Bool
  ) -> NameHint {
    if let spaced = subtraction(name, of: known.contains, and: isOperand) { return spaced }
    let meant =
      suggestion(for: name, among: known) ?? otherNames[name]?.first(where: known.contains)
      ?? wholeWord(of: name, among: known)
    return meant.map(NameHint.didYouMean) ?? .known(known)
  }

  /// What spreadsheets and other languages call members and functions, with what may be meant here.
  private static let otherNames: [String: [String]] = {
    let counts = ["count", "examples"]
    return [
      "avg": ["mean"], "average": ["mean"], "std": ["sd"], "stdev": ["sd"], "stddev": ["sd"],
      "len": counts, "length": counts, "size": counts, "n": counts, "lr": ["learning-rate"],
      "train": ["training"], "val": ["dev"], "val-loss": ["validation-loss"],
      "val_loss": ["validation-loss"], "params": ["parameters"],
    ]
  }()

  /// Hyphens of a name that are tried: each is tried with all of the name.
  private static let mostHyphens = 20

  private static func subtraction(
    _ name: String, of isKnown: (String) -> Bool, and isOperand: (String) -> Bool
  ) -> NameHint? {
    let hyphens = name.indices.lazy.filter { name[$0] == "-" }
    for hyphen in hyphens.prefix(mostHyphens) {
      let left = String(name[..<hyphen])
      guard isKnown(left) else { continue }
      let right = String(name[name.index(after: hyphen)...])
      if Int(right) != nil || isOperand(right) { return .subtraction("\(left) - \(right)") }
    }
    return nil
  }
}
