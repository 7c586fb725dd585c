import Datasets
import Network
import Testing

/// The whole training on the whole data, held to the 64-bit NumPy reference.
@Suite struct ClassicTrainingTests {
  @Test(
    "Agrees with NumPy at every entry of the history, and in every prediction but two",
    arguments: [0, 3])
  func agreesWithReference(seed: Int) async throws {
    let reference = try ReferenceRun.read(seed: seed)
    let data = try #require(ClassicData(seed: UInt32(seed)))
    let start = try data.start()
    let labels = try #require(data.training.labels)
    let images = try data.images(data.training)
    let trainer = Trainer(
      LabelledImages(images, labels: labels), learningRate: 0.1, historyInterval: 10, threads: 2,
      kernels: kernels)
    let end = try await trainer.train(start, until: 500) { _ in true }

    #expect(end.history.map(\.iteration) == reference.historyCorrect.map { $0[0] })
    for (entry, expected) in zip(end.history, reference.historyCorrect) {
      #expect(abs(entry.correct - expected[1]) <= 2, "iteration \(entry.iteration)")
    }
    let model = end.model
    let onTraining = try await model.predict(images, kernels, threads: 2)
    let correct = zip(onTraining.classes, labels).count { $0 == Int($1) }
    #expect(abs(Double(correct) - reference.trainAccuracyFinalWeights * 41_000) <= 2)
    #expect(
      zip(onTraining.classes, labels).prefix(4).map { [$0, Int($1)] }
        == reference.firstTrainingSamples)

    try await expectDev(model, data, reference)
    let test = try #require(data.test.labels)
    let predicted = try await model.predict(data.images(data.test), kernels, threads: 2).classes
    let right = zip(predicted, test).count { $0 == Int($1) }
    #expect(abs(Double(right) - reference.testAccuracy * 28_000) <= 2)
  }

  private func expectDev(_ model: Model, _ data: ClassicData, _ reference: ReferenceRun)
    async throws
  {
    let labels = try #require(data.dev.labels).map(Int.init)
    let predicted = try await model.predict(data.images(data.dev), kernels, threads: 2).classes
    var confusion = Array(repeating: Array(repeating: 0, count: 10), count: 10)
    for (label, digit) in zip(labels, predicted) { confusion[label][digit] += 1 }
    let moved = zip(confusion.joined(), reference.devConfusion.joined()).reduce(0) {
      $0 + abs($1.0 - $1.1)
    }
    // A prediction that differs leaves one cell and enters another.
    #expect(moved <= 4)
    let wrong = labels.indices.filter { labels[$0] != predicted[$0] }
    #expect(abs(Double(labels.count - wrong.count) - reference.devAccuracy * 1000) <= 2)
    #expect(
      wrong.prefix(3).map { [$0, predicted[$0], labels[$0]] } == reference.firstMisclassifiedDev)
  }
}
