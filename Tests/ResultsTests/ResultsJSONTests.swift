import Foundation
import Results
import Testing

@Suite struct ResultsJSONTests {
  private static func steps() throws -> [(name: String, result: StepResult)] {
    let accuracy = try #require(Proportion(count: 822, of: 1_000))
    let matrix = try #require(ConfusionMatrix(counts: [[5, 1], [2, 7]]))
    let point = Value.record([
      Field("iteration", .integer(10)), Field("accuracy", .proportion(accuracy)),
      Field("loss", .number(1e-7)),
    ])
    let train = StepResult(values: [
      Field("loss", .number(0.1 + 0.2)), Field("history", .list([point, point])),
      Field("diverged", .number(.infinity)), Field("layers", .list([.integer(10), .integer(10)])),
    ])
    let dev = StepResult(values: [
      Field("accuracy", .proportion(accuracy)), Field("confusion", .confusion(matrix)),
      Field("model", .text("a \"wide\"\\\n\u{1}\u{2028}\u{2029}\u{7F} é 😀")),
      Field("good", .boolean(true)),
      Field("unseen", .unknown(because: "no labels")), Field("none", .list([])),
      Field("files", .record([Field("rows", .integer(42_000))])),
    ])
    return [("train", train), ("plot-2", StepResult()), ("dev", dev)]
  }

  @Test func writesEveryValueByName() throws {
    let text = try resultsJSON(steps: Self.steps())
    #expect(
      text == #"""
        {
          "train.loss": 0.30000000000000004,
          "train.history": [
            {"iteration": 10, "accuracy": 0.822, "loss": 1e-07},
            {"iteration": 10, "accuracy": 0.822, "loss": 1e-07}
          ],
          "train.diverged": null,
          "train.layers": [10, 10],
          "dev.accuracy": 0.822,
          "dev.accuracy.low": 0.7970731778115323,
          "dev.accuracy.high": 0.8444623897237702,
          "dev.accuracy.count": 822,
          "dev.accuracy.total": 1000,
          "dev.confusion": [
            [5, 1],
            [2, 7]
          ],
          "dev.model": "a \"wide\"\\\n\u0001\u2028\u2029\u007f é 😀",
          "dev.good": true,
          "dev.unseen": null,
          "dev.none": [],
          "dev.files.rows": 42000
        }

        """#)
  }

  /// An independent reader finds what was written.
  @Test func isReadByOtherPrograms() throws {
    let text = try resultsJSON(steps: Self.steps())
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object.count == 15)
    // JSONSerialization itself loses the last bit here; the bits are tested below.
    #expect(abs(try #require(object["train.loss"] as? Double) - 0.3) < 1e-15)
    #expect(object["dev.model"] as? String == "a \"wide\"\\\n\u{1}\u{2028}\u{2029}\u{7F} é 😀")
    #expect((object["dev.confusion"] as? [[Int]]) == [[5, 1], [2, 7]])
    #expect((object["train.history"] as? [[String: Double]])?.last?["loss"] == 1e-7)
    #expect(object["dev.unseen"] is NSNull)
  }

  @Test func writesARunWithoutValues() {
    #expect(resultsJSON(steps: []) == "{}\n")
    #expect(resultsJSON(steps: [("check", StepResult())]) == "{}\n")
  }

  @Test(arguments: [
    Double.leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e22, 5e-5, 123_456_789.125, -0.0,
    1 / 3, 100,
  ])
  func writesNumbersThatReadBackAsThemselves(number: Double) throws {
    let text = resultsJSON(steps: [("a", StepResult(values: [Field("b", .number(number))]))])
    let object = try JSONDecoder().decode([String: Double].self, from: Data(text.utf8))
    #expect(object["a.b"]?.bitPattern == number.bitPattern)
  }
}
