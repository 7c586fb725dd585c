import Expressions
import Results
import Testing

/// What is just within a limit is taken, and the next is told of.
@Suite struct LimitTests {
  private func problem(_ text: String) -> ExpressionError.Problem? {
    do throws(ExpressionError) {
      _ = try Expression(parsing: text)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func expressionsNestToADepth() {
    let nested = { String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) }
    #expect(problem(nested(99)) == nil)
    #expect(problem(nested(100)) == .tooDeep(limit: 100))
  }

  @Test func expressionsHaveALength() {
    #expect(problem(String(repeating: " ", count: 3_999) + "1") == nil)
    #expect(problem(String(repeating: " ", count: 4_000) + "1") == .tooLong(limit: 4_000))
  }

  @Test func functionsTakeAHundredArguments() throws {
    func type(_ name: String, _ count: Int) throws -> ValueType {
      let list = Array(repeating: "1", count: count).joined(separator: ", ")
      return try Expression(parsing: "\(name)(\(list))").type(in: [])
    }
    for name in ["min", "max"] {
      #expect(try type(name, 100) == .integer)
      #expect(throws: ExpressionErrors.self) { try type(name, 101) }
    }
  }

  @Test func numbersAreRoundedTo300Digits() throws {
    for digits in [-300, 300] {
      _ = try Expression(parsing: "round(1.5, \(digits))").evaluate { _ in nil }
    }
    for digits in [-301, 301] {
      #expect(throws: ExpressionError.self) {
        try Expression(parsing: "round(1.5, \(digits))").evaluate { _ in nil }
      }
    }
  }

  @Test(arguments: ["1000", ".1000f"])
  func formatsHaveAWidth(_ format: String) throws {
    #expect(try FormatSpecification(parsing: format).format(.number(1)).count >= 1_000)
    #expect(throws: FormatError.self) {
      try FormatSpecification(parsing: format.replacing("1000", with: "1001"))
    }
  }

  /// A fill is written up to a thousand times.
  @Test(arguments: ["·", "é", "e\u{301}", "❤️", "🇩🇪"])
  func fillsAreShort(_ fill: String) throws {
    let filled = try FormatSpecification(parsing: fill + ">3").format(.integer(7))
    #expect(filled == fill + fill + "7")
    let long = fill + String(repeating: "\u{301}", count: 8)
    let error = #expect(throws: FormatError.self) { try FormatSpecification(parsing: long + ">3") }
    #expect(error?.message == "the fill of a format has more than 16 bytes")
    #expect(error?.range == 0..<1)
  }
}
