import Notebook

/// Names of places in the page, which links lead to.
///
/// They hold a colon, which anchors of headings never do, so that none hides another.
enum Anchor {
  static let content = "page:content"
  static let colophon = "page:colophon"
  static let notes = "page:notes"

  /// The cell of a step; by its place where the name is no plain word.
  static func step(_ index: Int, _ step: Step?) -> String {
    guard let name = step?.name, isPlain(name) else { return "step:\(index + 1):" }
    return "step:\(name)"
  }

  /// A claim of a step that does not hold, by its place in what the step yields.
  static func claim(_ index: Int, _ step: Step?, output: Int, _ number: Int) -> String {
    "\(Anchor.step(index, step)):claim-\(output + 1)-\(number)"
  }

  /// A figure or table; by its number where it has no plain name.
  static func numbered(_ kind: NumberedKind, _ name: String?, index: Int, number: Int) -> String {
    guard let name, isPlain(name) else { return "\(kind.rawValue):\(number):" }
    return "\(kind.rawValue):\(name)" + (index > 0 ? ":\(index + 1)" : "")
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
  }

  static func value(_ index: Int) -> String { "value:\(index + 1)" }
  static let references = "page:references"
  static func work(_ key: String) -> String { "work:\(key)" }
  static func note(_ number: Int) -> String { "note:\(number)" }

  /// The `occurrence`-th place, from 1, that refers to a note.
  static func reference(_ number: Int, _ occurrence: Int) -> String {
    "reference:\(number)" + (occurrence > 1 ? ":\(occurrence)" : "")
  }
}
