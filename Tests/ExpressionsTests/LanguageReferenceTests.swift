import Expressions
import Testing

/// What users are told of the language is all of it.
@Suite struct LanguageReferenceTests {
  @Test(arguments: [LanguageReference.text, LanguageReference.markdown])
  func everySentenceReachesUsers(_ reference: String) {
    for member in BuiltInMember.all {
      #expect(reference.contains(member.signature) && reference.contains(member.summary))
    }
    for function in BuiltInFunction.all {
      #expect(reference.contains(function.signature) && reference.contains(function.summary))
    }
  }

  /// Each operator that the reference writes is one, and each type of a format is taken.
  @Test func whatIsWrittenWorks() throws {
    let rows = LanguageReference.text.split(separator: "\n").filter { $0.hasPrefix("    ") }
      .map { $0.drop { $0 == " " } }
    let written = rows.map { row in row.prefix { $0 != "\n" } }.map { row in
      row.firstRange(of: "  ").map { row[..<$0.lowerBound] } ?? row
    }
    let operators = written.filter { $0.contains("a ") || $0.hasPrefix("not") }
    #expect(operators.count > 14)
    for text in operators where !text.contains("(") {
      #expect(throws: Never.self, "\(text)") { try Expression(parsing: String(text)) }
    }
    for letter in "sdboxXeEfFgG%" {
      #expect(written.contains { $0 == String(letter) }, "\(letter)")
      #expect(throws: Never.self) { try FormatSpecification(parsing: String(letter)) }
    }
  }

  @Test func operatorsStandInTheirOrder() throws {
    let text = LanguageReference.text
    let order = ["a or b", "a and b", "not a", "a < b", "a + b", "a * b", "a ** b", "true"]
    let places = try order.map { try #require(text.firstRange(of: "    \($0) ")).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func linesFitATerminal() {
    for line in LanguageReference.text.split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
    }
  }
}
