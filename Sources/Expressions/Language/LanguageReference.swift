import Results

/// The language of expressions in words: what `daybook expressions` prints.
///
/// Everything is taken from the tables that reading, checking and evaluation go by.
package enum LanguageReference {
  /// A part of the reference: a few sentences, and rows of what is written and what it means.
  struct Section {
    let title: String
    let opening: String
    let rows: [(code: String, meaning: String)]
  }

  static let sections = [operators, functions] + members + [formats, formatTypes]

  private static let operators = Section(
    title: "Operators",
    opening: """
      An expression names steps and their values, as in train.accuracy - dev.accuracy < 0.03. \
      Operators and their order are Python's; those that bind most loosely come first. A minus has \
      spaces around it, since names hold hyphens.
      """,
    rows: (bindingSymbols + Symbol.allCases.filter { !bindingSymbols.contains($0) })
      .compactMap { symbol in
        symbol.documentation.map { (code: $0.form, meaning: $0.meaning) }
      })

  /// The operators, those that bind most loosely first.
  private static var bindingSymbols: [Symbol] {
    Parser.Precedence.allCases.flatMap { precedence in
      Symbol.allCases.filter { ($0 == .not ? .not : $0.precedence) == precedence }
    }
  }

  private static let functions = Section(
    title: "Functions",
    opening: """
      Functions take numbers, or a list of them: sd(widths.runs.dev.accuracy). A member of a list of \
      records is the list of that member.
      """,
    rows: BuiltInFunction.all.map { (code: $0.signature, meaning: $0.summary) })

  private static let members = BuiltInMember.Receiver.allCases.map { receiver in
    Section(
      title: receiver.title, opening: receiver.opening,
      rows: BuiltInMember.all.filter { $0.receiver == receiver }.map {
        (code: $0.signature, meaning: $0.summary)
      })
  }

  private static let formats = Section(
    title: "Formats",
    opening: """
      An inline value may end with a colon and a format, as in dev.accuracy:.1%. Formats are \
      Python's: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
      """,
    rows: FormatSpecification.Alignment.allCases.map {
      (code: $0.rawValue.text, meaning: $0.meaning)
    }
      + FormatSpecification.Sign.allCases.map {
        (code: $0.rawValue.text, meaning: $0.meaning)
      }
      + FormatSpecification.marks)

  private static let formatTypes = Section(
    title: "Types of a format",
    opening: "Without a type a number has the fewest digits that read back as the same number.",
    rows: FormatSpecification.Presentation.allCases.map {
      (code: $0.rawValue.text, meaning: $0.meaning)
    })
}

extension LanguageReference {
  /// The reference as a terminal shows it.
  package static var text: String {
    sections.map { section in
      """
      \(section.title)

      \(wrapped(section.opening, to: 78).map { "  " + $0 }.joined(separator: "\n"))

      \(columns(section.rows.map { ($0.code, $0.meaning) }, indent: "    "))
      """
    }.joined(separator: "\n\n")
  }

  /// The reference in Markdown: a heading, sentences and a table for each part.
  package static var markdown: String {
    sections.map { section in
      let rows = section.rows.map { row in
        "| `\(row.code.replacing("|", with: "\\|"))` | \(row.meaning.replacing("|", with: "\\|")) |"
      }
      return """
        ### \(section.title)

        \(section.opening)

        | written | meaning |
        |---|---|
        \(rows.joined(separator: "\n"))
        """
    }.joined(separator: "\n\n")
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(separator: " ").reduce(into: [""]) { lines, word in
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
  }
}

extension Character {
  fileprivate var text: String { self == " " ? "(space)" : String(self) }
}
