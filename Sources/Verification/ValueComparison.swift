#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What differs between the values of two runs, by their names in `results.json`.
package struct ValueComparison: Sendable {
  /// In the order of the first run's values; those that only the second has come last.
  package let differences: [Difference]

  package init(received: String, made: String) {
    let (old, new) = (NamedValues(received), NamedValues(made))
    differences =
      old.names.compactMap { name in
        let (a, b) = (old[name], new[name])
        guard a != b else { return nil }
        let (before, after) = Excerpts.around(first: a ?? "not there", b ?? "not there")
        return Difference(what: "the value \(name)", place: "", received: before, made: after)
      }
      + new.names.filter { old[$0] == nil }.map {
        Difference(
          what: "the value \($0)", place: "", received: "not there", made: new[$0] ?? "")
      }
  }
}

/// The values of a `results.json` by name, each as it is written.
///
/// Reads what Daybook writes: a flat object, each name on a line of its own with two blanks before.
struct NamedValues {
  let names: [String]
  private let texts: [String: String]

  init(_ json: String) {
    var names: [String] = []
    var texts: [String: String] = [:]
    for line in json.split(separator: "\n") {
      // The name is looked for behind its mark: a line of another program's may have but one.
      let rest = line.dropFirst(3)
      if line.hasPrefix("  \""), let end = rest.firstRange(of: "\": ") {
        let name = String(rest[..<end.lowerBound])
        names.append(name)
        texts[name] = Self.value(rest[end.upperBound...])
      } else if let name = names.last, line.hasPrefix("  ") {
        texts[name, default: ""] += Self.value(line.drop { $0 == " " })
      }
    }
    self.names = names
    self.texts = texts
  }

  subscript(name: String) -> String? { texts[name] }

  /// The number that a value is; `nil` for all else.
  func number(_ name: String) -> Double? { texts[name].flatMap { Double($0) } }

  private static func value(_ text: Substring) -> String {
    String(text.hasSuffix(",") ? text.dropLast() : text)
  }
}
