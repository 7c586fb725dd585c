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
        guard !isSameText(a, b) else { return nil }
        let (before, after) = Excerpts.around(first: a ?? "not there", b ?? "not there")
        return Difference(what: "the value \(name)", place: "", received: before, made: after)
      }
      + new.names.filter { old[$0] == nil }.map {
        Difference(
          what: "the value \($0)", place: "", received: "not there", made: new[$0] ?? "")
      }
  }
}

/// The values of a `results.json` by name, each as it is written but for blanks between its parts.
///
/// Reads what Daybook writes, a flat object, over lines or in one; of anything else, what there is.
struct NamedValues {
  private(set) var names: [String] = []
  private var texts: [String: String] = [:]

  init(_ json: String) {
    var reading = Reading()
    for byte in json.utf8 {
      guard let (name, value) = reading.take(byte) else { continue }
      names.append(name)
      texts[name] = value
    }
  }

  subscript(name: String) -> String? { texts[name] }

  /// Where one is in the object, byte by byte.
  private struct Reading {
    private var name: String?
    private var token: [UInt8] = []
    private var (depth, isInText, isEscaped) = (0, false, false)

    /// A name with its value, where the byte ends one.
    mutating func take(_ byte: UInt8) -> (name: String, value: String)? {
      guard !isInText else {
        token.append(byte)
        isInText = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        return nil
      }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): return nil
      case UInt8(ascii: ":") where depth == 1 && name == nil:
        name = String(decoding: token.dropFirst().dropLast(), as: UTF8.self)
        token = []
        return nil
      case UInt8(ascii: ",") where depth == 1: return finished()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 1 { return nil }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return finished() }
      default: isInText = byte == UInt8(ascii: "\"")
      }
      token.append(byte)
      return nil
    }

    private mutating func finished() -> (name: String, value: String)? {
      defer { (name, token) = (nil, []) }
      return name.map { ($0, String(decoding: token, as: UTF8.self)) }
    }
  }
}
