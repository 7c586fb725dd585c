import Datasets
import Digest
import Plan
import Results

extension Execution {
  /// Predicts classes and makes the file that Kaggle takes.
  mutating func predict(_ predict: Predict) async throws -> StepResult {
    let set = try await exampleSet(predict.examples)
    guard set.count > 0 else {
      throw StepFailure(
        "the \(predict.examples.set.rawValue) set is empty",
        help: "set 'labelled' of the load step to less than all rows, or name a file with 'test'",
        option: "on")
    }
    let readings = try await readings(of: set, by: predict.model)
    let contents = Self.csv(readings.predicted)
    let digest = SHA256.hex(of: contents)
    var counts = Array(repeating: 0, count: 10)
    for digit in readings.predicted where counts.indices.contains(digit) { counts[digit] += 1 }
    return StepResult(
      values: [
        Field("rows", .integer(set.count)),
        Field("file", .text(predict.file)),
        Field("digest", .text(digest)),
        Field("accuracy", accuracy(readings, labels: set.labels)),
        Field("counts", .list(counts.map(Value.integer))),
      ],
      outputs: [.file(OutputFile(name: predict.file, contents: contents, digest: digest))])
  }

  /// `ImageId,Label` rows, numbered from 1, as the Digit Recognizer competition of Kaggle takes them.
  private static func csv(_ predicted: [Int]) -> [UInt8] {
    var text = "ImageId,Label\n"
    for (index, digit) in predicted.enumerated() { text += "\(index + 1),\(digit)\n" }
    return Array(text.utf8)
  }

  private func accuracy(_ readings: Readings, labels: [UInt8]?) -> Value {
    guard let labels else { return .unknown(because: "the test set has no labels") }
    let correct = zip(readings.predicted, labels).count { $0 == Int($1) }
    return Proportion(count: correct, of: labels.count).map(Value.proportion)
      ?? .unknown(because: "the test set is empty")
  }
}
