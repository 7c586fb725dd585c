import Expressions
import Results
import Testing

@Suite struct SyntaxTests {
  @Test(arguments: [
    ("", 0..<0, "the expression is empty", "write a value, such as dev.accuracy"),
    ("   ", 0..<3, "the expression is empty", "write a value, such as dev.accuracy"),
    ("1 +", 3..<3, "the expression ends after '+'", "complete it"),
    ("* 2", 0..<1, "an expression cannot begin with '*'", nil),
    ("1 2", 2..<3, "'2' cannot stand after '1'", nil),
    ("a b", 2..<3, "'b' cannot stand after 'a'", nil),
    ("(1 + 2", 0..<1, "'(' is never closed", "add ')'"),
    ("a[1", 1..<2, "'[' is never closed", "add ']'"),
    ("(1]", 2..<3, "']' cannot stand after '1'", nil),
    ("dev.", 4..<4, "the expression ends after '.'", "complete it"),
    ("dev.3", 4..<5, "", nil),
    (
      "dev.accuracy < 3%", 17..<17, "the expression ends after '%'",
      "write 0.03 for 3 %; '%' is the remainder of a division"
    ),
    (
      "dev.accuracy > 80%", 18..<18, "the expression ends after '%'",
      "write 0.8 for 80 %; '%' is the remainder of a division"
    ),
    (
      "97.5 % < a", 7..<8, "'<' cannot stand after '%'",
      "write 0.975 for 97.5 %; '%' is the remainder of a division"
    ),
    (
      "a > 33.3%", 9..<9, "the expression ends after '%'",
      "write 0.333 for 33.3 %; '%' is the remainder of a division"
    ),
    (
      "100% * a", 5..<6, "'*' cannot stand after '%'",
      "write 1 for 100 %; '%' is the remainder of a division"
    ),
    ("a – 1", 2..<3, "'–' is not an operator", "write '-'"),
    (
      "recall(“5”)", 7..<8, "'“' has no meaning in an expression",
      "write \" before and behind a text"
    ),
    ("a => 1", 2..<4, "'=>' is not an operator", "write '>='"),
    ("a =< 1", 2..<4, "'=<' is not an operator", "write '<='"),
    ("a === 1", 2..<5, "'===' is not an operator", "write '=='"),
    ("a !== 1", 2..<5, "'!==' is not an operator", "write '!='"),
    ("a ==> 1", 2..<5, "'==>' is not an operator", "write '>='"),
    ("28,000", 2..<3, "',' cannot stand after '28'", "write numbers without commas: 28000"),
    ("a = 1", 2..<3, "'=' is not an operator", "write '=='"),
    ("a && b", 2..<4, "'&&' is not an operator", "write 'and'"),
    ("!a", 0..<1, "'!' is not an operator", "write 'not'"),
    ("2 ^ 3", 2..<3, "'^' is not an operator", "write '**'"),
    ("a ≤ 1", 2..<3, "'≤' is not an operator", "write '<='"),
    ("a @ b", 2..<3, "'@' has no meaning in an expression", nil),
    (
      "10x", 0..<3, "the number is malformed",
      "write it like 12, 0.03 or 1e-3; a name begins with a letter"
    ),
    (
      "1.2.3", 0..<5, "the number is malformed",
      "write it like 12, 0.03 or 1e-3; a name begins with a letter"
    ),
    (
      "99999999999999999999", 0..<20, "the number is too large",
      "whole numbers go up to 9223372036854775807, others to 1.8e308"
    ),
    (
      "1e999", 0..<5, "the number is too large",
      "whole numbers go up to 9223372036854775807, others to 1.8e308"
    ),
    (
      "'wide", 0..<5, "the text has no closing quote", "close it with the quote that opens it"
    ),
    (
      #""a\n""#, 2..<3, "a backslash in text stands only before a quote or a backslash",
      #"write \\ for a backslash"#
    ),
    (
      "1 + not a", 4..<7, "'not' binds less tightly than the operator before it",
      "put 'not' and what it negates in parentheses"
    ),
  ])
  func pointsAtTheSlip(
    text: String, range: Range<Int>, message: String, help: String?
  ) throws {
    let error = try #require(throws: ExpressionError.self) { try Expression(parsing: text) }
    if !message.isEmpty {
      #expect(error.range == range)
      #expect(error.message == message)
      #expect(error.help == help)
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 10_000), String(repeating: "(", count: 3_000),
    String(repeating: "-", count: 3_999) + "1",
    String(repeating: "not ", count: 900) + "true",
    Array(repeating: "1", count: 900).joined(separator: " + "),
    Array(repeating: "2", count: 900).joined(separator: "**"),
    Array(repeating: "a", count: 900).joined(separator: "."),
    String(repeating: "a[", count: 1_500), String(repeating: "abs(", count: 900),
    String(repeating: "a.b(", count: 900),
  ])
  func refusesWhatWouldExhaustTheStack(text: String) throws {
    let error = try #require(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error.message.hasSuffix("characters") || error.message.hasSuffix("levels"))
  }

  @Test func allowsWhatPeopleWrite() throws {
    let sum = Array(repeating: "1", count: 90).joined(separator: " + ")
    #expect(try Expression(parsing: sum).evaluate { _ in nil } == .integer(90))
    let nested = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
    #expect(try Expression(parsing: nested).evaluate { _ in nil } == .integer(1))
    let chain = Array(repeating: "1", count: 900).joined(separator: "<=")
    #expect(try Expression(parsing: chain).evaluate { _ in nil } == .boolean(true))
  }
}
