import Spelling

extension NameHint {
  /// What helps with `name`, which is none of `known`.
  ///
  /// `isOperand` tells whether the part after a hyphen could stand on its own right of a minus.
  static func hint(
    for name: String, among known: [String], isOperand: (String) -> Bool
  ) -> NameHint {
    for hyphen in name.indices where name[hyphen] == "-" {
      let left = String(name[..<hyphen])
      let right = String(name[name.index(after: hyphen)...])
      if known.contains(left), Int(right) != nil || isOperand(right) {
        return .subtraction("\(left) - \(right)")
      }
    }
    if let near = suggestion(for: name, among: known) { return .didYouMean(near) }
    return .known(known)
  }
}
