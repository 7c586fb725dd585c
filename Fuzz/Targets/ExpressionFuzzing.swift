import Expressions
import Results

/// Expressions of claims and inline values, and their formats.
enum ExpressionFuzzing {
  private static let members: [ValueType.Member] = [
    .init("a", .number, ""), .init("n", .integer, ""), .init("t", .text, ""),
    .init("l", .list(.number), ""), .init("p", .proportion, ""), .init("c", .confusion, ""),
  ]

  static func evaluate(_ text: String) {
    do {
      let expression = try Expression(parsing: text)
      _ = expression.stepNames
      do {
        _ = try expression.type(in: [.init("train", .record(members), "")])
      } catch {
        for found in error.errors { describe(found) }
      }
      let record = Value.record([
        Field("a", .number(0.5)), Field("n", .integer(7)), Field("t", .text("x")),
        Field("l", .list([.number(1), .number(.infinity)])),
      ])
      let values: (String) -> Value? = { $0 == "train" ? record : nil }
      _ = try expression.evaluate(in: values)
      _ = expression.evidence(in: values)
    } catch {
      describe(error)
    }
  }

  static func format(_ text: String) {
    do {
      let format = try FormatSpecification(parsing: text)
      let values: [Value] = [
        .integer(-1234), .number(0.5), .number(.infinity), .text("x"), .boolean(true),
      ]
      for value in values { _ = try? format.format(value) }
      for member in members { _ = format.problem(with: member.type)?.message }
    } catch {
      _ = error.message
      _ = error.help
    }
  }

  private static func describe(_ error: ExpressionError) {
    _ = error.message
    _ = error.help
  }
}
