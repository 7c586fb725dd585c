import Expressions
import Results
import Testing

@Suite struct ClassNameTests {
  private static let matrix = Value.record([
    Field(
      "confusion",
      .confusion(
        ConfusionMatrix(
          classes: 2, truth: [0, 0, 1, 1], predicted: [0, 1, 1, 1], names: ["coat", "shirt"])))
  ])

  private func value(_ text: String) throws -> Value {
    try Expression(parsing: text).evaluate { $0 == "dev" ? Self.matrix : nil }
  }

  @Test("A class is said by its number or by its name")
  func names() throws {
    #expect(try value("dev.confusion.support('shirt')") == .integer(2))
    #expect(try value("dev.confusion.count('coat', 1)") == .integer(1))
    #expect(try value("dev.confusion.recall('coat')") == value("dev.confusion.recall(0)"))
  }

  @Test("A name that no class has is told with the one that is meant")
  func unknown() throws {
    let error = #expect(throws: ExpressionError.self) { try value("dev.confusion.recall('shrit')") }
    #expect(error?.message == "no class is called 'shrit'")
    #expect(error?.help == "did you mean 'shirt'?")
  }
}
