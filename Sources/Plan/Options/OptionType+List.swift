import Notebook
import Spelling

extension OptionType {
  /// One value, or a list of them.
  static func list<Element: Sendable>(of type: OptionType<Element>) -> Self
  where Value == [Element] {
    Self(
      "\(type.description), or a list of such", choices: type.choices,
      phrases: type.phrases, reference: type.reference,
      readingAll: { value throws(OptionProblems) in try elements(of: value, type) },
      canonical: { $0.map(type.canonical).canonicalList })
  }

  /// Every element, or what is wrong with each that is none.
  private static func elements<Element: Sendable>(
    of value: OptionValue, _ type: OptionType<Element>
  ) throws(OptionProblems) -> [Element] {
    let items = value.items
    guard !items.isEmpty else {
      throw OptionProblems([OptionProblem(message: "the list is empty").standing(at: value)])
    }
    var (elements, problems): ([Element], [OptionProblem]) = ([], [])
    for item in items {
      do throws(OptionProblems) {
        elements.append(try type.read(item))
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw OptionProblems(bare(value).map { [$0] } ?? problems) }
    return elements
  }

  /// What is wrong with a list that is written without its brackets; `nil` for any other value.
  private static func bare(_ value: OptionValue) -> OptionProblem? {
    guard case .scalar(let text, isQuoted: false, _) = value, text.contains(",") else {
      return nil
    }
    return OptionProblem(message: "a list stands in brackets", help: "write [\(text)]")
      .standing(at: value)
  }
}

extension [String] {
  /// The texts as a list: no other list is written so.
  var canonicalList: String {
    let elements = map { text in
      // A comma in a text would make two of it.
      guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
      return "\""
        + text.replacingScalar("\\", with: "\\\\").replacingScalar("\"", with: "\\\"") + "\""
    }
    return "[" + elements.joined(separator: ", ") + "]"
  }

  /// The words as a sentence lists them: "a, b or c".
  package func listed(with conjunction: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
