import Expressions
import Results
import Testing

@Suite struct FormatTests {
  /// Every row of Fixtures/formats.tsv, which Python 3.11 wrote.
  @Test func writesAsPythonDoes() throws {
    let rows = try FixtureFile("formats.tsv").rows
    #expect(rows.count > 2_000)
    for row in rows {
      try #require(row.count == 4)
      let value = try #require(Self.value(kind: row[0], text: row[1]))
      let written = (try? FormatSpecification(parsing: row[2]).format(value)) ?? "ERROR"
      #expect(written == row[3], "\(row[1]) as '\(row[2])'")
    }
  }

  private static func value(kind: String, text: String) -> Value? {
    switch kind {
    case "integer": return Int(text).map(Value.integer)
    case "number": return Double(text).map(Value.number)
    default: return .text(text)
    }
  }

  @Test(arguments: [
    (Value.boolean(true), "", "yes"),
    (.boolean(false), ">5", "   no"),
    (.unknown(because: "the test set has no labels"), ".2%", "unknown"),
    (.list([.integer(1), .number(0.5), .text("relu")]), "", "1, 0.5, relu"),
    (.integer(41_000), "", "41000"),
    (.number(1e16), "", "1e+16"),
  ])
  func writesValuesThatPythonDoesNotHave(value: Value, format: String, expected: String) throws {
    #expect(try FormatSpecification(parsing: format).format(value) == expected)
  }

  @Test func writesAProportionAsItsNumber() throws {
    let proportion = try #require(Proportion(count: 822, of: 1_000))
    #expect(try FormatSpecification(parsing: ".2%").format(.proportion(proportion)) == "82.20%")
    #expect(Value.proportion(proportion).plainText == "0.822")
  }

  @Test(arguments: [
    ("n", 0..<1, "'n' is not a format type"),
    ("c", 0..<1, "'c' is not a format type"),
    (".", 0..<1, "a number is missing after '.' in the format"),
    (",_", 1..<2, "a format groups digits by ',' or by '_', not by both"),
    (".2f%", 2..<4, "'f%' has no meaning in a format"),
    ("99999999999999999999", 0..<20, "a width or precision is larger than 1000"),
    (".5000f", 1..<5, "a width or precision is larger than 1000"),
    (" .2f ", 4..<5, ""),
    ("2.f", 1..<2, "a number is missing after '.' in the format"),
  ])
  func refusesMalformedFormats(text: String, range: Range<Int>, message: String) throws {
    let error = #expect(throws: FormatError.self) { try FormatSpecification(parsing: text) }
    if !message.isEmpty {
      #expect(error?.range == range)
      #expect(error?.message == message)
    }
  }

  @Test(arguments: [
    (".2%", ValueType.text, "format '%' is not for text"),
    ("d", .number, "format 'd' is not for a number"),
    ("x", .proportion, "format 'x' is not for a proportion"),
    ("s", .integer, "format 's' is not for an integer"),
    (".2", .integer, "a precision has no meaning for an integer written without decimals"),
    (",", .text, "',' has no meaning for text"),
    ("d", .boolean, "format 'd' is not for a yes or no"),
    ("", .confusion, "a confusion matrix cannot be written in a sentence"),
    ("", .list(.record([])), "a list of records cannot be written in a sentence"),
    (".2f", .list(.number), "a list of numbers cannot be written in a sentence"),
  ])
  func refusesTypesBeforeThereAreValues(
    format: String, type: ValueType, message: String
  ) throws {
    let error = try FormatSpecification(parsing: format).problem(with: type)
    #expect(error?.message == message)
  }

  @Test(arguments: [
    (Value.number(0.8365853658536585), "0.8366"), (.number(0.822), "0.822"),
    (.integer(41_000), "41000"), (.number(-0.00001234), "-1.234e-05"), (.number(.nan), "nan"),
  ])
  func shortensNumbersForEvidence(value: Value, expected: String) {
    #expect(value.briefText == expected)
  }
}
