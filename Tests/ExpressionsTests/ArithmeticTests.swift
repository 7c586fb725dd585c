import Expressions
import Results
import Testing

@Suite struct ArithmeticTests {
  /// Every row of Fixtures/arithmetic.tsv, which Python 3.11 wrote.
  @Test func computesAsPythonDoes() throws {
    let rows = try FixtureFile("arithmetic.tsv").rows
    #expect(rows.count > 900)
    for row in rows {
      try #require(row.count == 3)
      let value = try? Expression(parsing: row[0]).evaluate { _ in nil }
      #expect(value.flatMap(Self.kind) == (row[2] == "ERROR" ? nil : row[1]), "\(row[0])")
      #expect(value.map(Self.isEqual(to: row[2])) ?? (row[2] == "ERROR"), "\(row[0])")
    }
  }

  private static func kind(_ value: Value) -> String? {
    switch value {
    case .integer: "int"
    case .number: "float"
    case .boolean: "bool"
    default: nil
    }
  }

  private static func isEqual(to text: String) -> (Value) -> Bool {
    { value in
      switch value {
      case .integer(let integer): Int(text) == integer
      case .number(let number): Double(text)?.bitPattern == number.bitPattern
      case .boolean(let boolean): (text == "True") == boolean
      default: false
      }
    }
  }

  /// What is found before computing agrees with what computing gives.
  @Test func typesAgreeWithValues() throws {
    for row in try FixtureFile("arithmetic.tsv").rows where row[2] != "ERROR" {
      // Checking refuses a division by a literal zero even where `or` never comes to it.
      let expression = try Expression(parsing: row[0])
      let type: ValueType
      do {
        type = try expression.type(in: [])
      } catch {
        #expect(error.errors.map(\.problem) == [.failed(.divisionByZero)], "\(row[0])")
        continue
      }
      switch row[1] {
      case "int": #expect([.integer, .number].contains(type), "\(row[0])")
      case "float": #expect(type == .number, "\(row[0])")
      default: #expect(type == .boolean, "\(row[0])")
      }
    }
  }
}
