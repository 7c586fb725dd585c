import Results
import Testing

@Suite struct ConformanceTests {
  private static let point = ValueType.record([
    .init("iteration", .integer, "Steps taken."), .init("loss", .number, "Loss so far."),
  ])

  @Test(arguments: [
    (Value.integer(1), ValueType.integer, true),
    (.integer(1), .number, true),
    (.number(1), .integer, false),
    (.text("a"), .number, false),
    (.boolean(true), .boolean, true),
    (.unknown(because: "no labels"), .proportion, true),
    (.list([]), .list(.integer), true),
    (.list([.integer(1), .text("a")]), .list(.integer), false),
    (.list([.unknown(because: "never read")]), .list(.integer), true),
    (.record([Field("iteration", .integer(1)), Field("loss", .number(2))]), point, true),
    (.record([Field("loss", .number(2)), Field("iteration", .integer(1))]), point, false),
    (.record([Field("iteration", .integer(1))]), point, false),
    (.record([Field("iteration", .integer(1)), Field("lost", .number(2))]), point, false),
  ])
  func comparesValuesWithTheirTypes(value: Value, type: ValueType, conforms: Bool) {
    #expect(value.conforms(to: type) == conforms)
  }
}
