import Expressions
import Results
import Testing

@Suite struct RandomTextTests {
  private static let operands = [
    "train", "dev", "train.accuracy", "train.history", "dev.confusion", "dev.model", "dev.unseen",
    "dev.converged", "dev.empty", "true", "0", "1", "2", "0.5", "1e300", "9223372036854775807",
    "'a'", "(1)", "-1", "-2.5", "dev.sizes", "gone",
  ]
  private static let suffixes = [
    ".accuracy", ".loss", ".rank(0, 1)", ".recall(2)", ".pairs", ".first", ".last", ".max",
    ".mean", ".count", ".low", "[0]", "[-1]", "[1]",
  ]
  private static let operators = [
    " + ", " - ", " * ", " / ", " // ", " % ", " ** ", " < ", " <= ", " == ", " != ", " and ",
    " or ",
  ]
  private static let noise = [
    "not ", "-", "(", ")", "[", "]", ",", ".", "abs(", "min(1, ", "round(", "\"", " ", "é", "𝟙",
    "10x", "=", "\\", "#", "\u{0}",
  ]

  /// Texts that are mostly expressions, the same at every run.
  private static let texts: [String] = {
    var state: UInt64 = 1
    func draw(_ bound: Int) -> Int {
      // Knuth's MMIX generator.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func pick(_ pieces: [String]) -> String { pieces[draw(pieces.count)] }
    return (0..<6_000).map { _ in
      (0...draw(3)).map { index in
        (index > 0 ? pick(operators) : "") + (draw(12) == 0 ? pick(noise) : "") + pick(operands)
          + (0..<draw(3)).map { _ in pick(suffixes) }.joined()
      }.joined()
    }
  }()

  /// Whatever the text, it ends in a value or in an error that points into the text.
  @Test func neverTraps() {
    var evaluated = 0
    for text in Self.texts {
      do {
        let expression = try Expression(parsing: text)
        _ = expression.evidence(in: Example.value)
        // Values are also computed where checking would have refused.
        _ = try expression.evaluate(in: Example.value)
        evaluated += 1
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count, "\(text)")
        #expect(!error.message.isEmpty && error.help?.isEmpty != true)
      }
    }
    #expect(evaluated > 500)
  }

  /// A checked expression fails only for its values, never for its types.
  @Test func checkedExpressionsHaveTheirType() {
    var checked = 0
    for text in Self.texts {
      guard let expression = try? Expression(parsing: text),
        let type = try? expression.type(in: Example.steps)
      else { continue }
      checked += 1
      do {
        let value = try expression.evaluate(in: Example.value)
        #expect(value.conforms(to: type), "\(text)")
      } catch {
        if case .failed(.missing) = error.problem { Issue.record("\(text): \(error.message)") }
      }
    }
    #expect(checked > 500)
  }
}
