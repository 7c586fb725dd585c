import Architecture
import Learning
import Network
import Testing

@Suite struct EarlyStopTests {
  private let network = BatchCase(
    input: Shape(channels: 1, height: 8, width: 8), layers: ["60 relu", "4 softmax"], examples: 96)

  private func trainer(patience: Int?) throws -> BatchTrainer {
    // Labels are drawn: what is learned of some says nothing of others.
    let training = BatchTraining(
      batch: 32, optimizer: Adam(), learningRate: LearningRate(0.02), length: .epochs(40), seed: 1,
      historyInterval: nil, patience: patience)
    let validation = RandomExamples(count: 50, imageSize: 64, classes: 4, seed: 99)
    return BatchTrainer(
      try network.randomExamples().labelled, validation: try validation.labelled, training,
      threads: 2, kernels: kernels)
  }

  @Test("It stops so many epochs after the lowest validation loss, with the weights of that")
  func stops() async throws {
    let end = try await trainer(patience: 3).train(try network.start(), until: 120)
    let losses = end.history.compactMap(\.validationLoss)
    let lowest = try #require(losses.min())
    let best = try #require(end.best)
    #expect(best.loss == lowest)
    #expect(end.history.first { $0.validationLoss == lowest }?.iteration == best.iteration)
    #expect(end.iteration == best.iteration + 9 && end.iteration < 120)
    let until = try await trainer(patience: nil).train(try network.start(), until: best.iteration)
    #expect(end.model == until.model)
    #expect(until.best == nil)
  }

  @Test("Of equal losses the first is the best: a training that learns nothing stops at once")
  func ties() async throws {
    let training = BatchTraining(
      batch: 32, optimizer: GradientDescent(weightDecay: 0, [:]), learningRate: LearningRate(1e-30),
      length: .epochs(40), seed: 1, historyInterval: nil, patience: 2)
    let examples = try network.randomExamples().labelled
    let end = try await BatchTrainer(
      examples, validation: examples, training, threads: 1, kernels: kernels
    )
    .train(try network.start(), until: 120)
    #expect(Set(end.history.map(\.validationLoss)).count == 1)
    #expect(end.best?.iteration == 3 && end.iteration == 9)
  }

  @Test("Stopped, stored and taken up again, it ends with the same bits; and then goes no further")
  func resumed() async throws {
    let whole = try await trainer(patience: 2).train(try network.start(), until: 120)
    let some = try await trainer(patience: 2).train(try network.start(), until: whole.iteration - 4)
    let restored = try #require(BatchTrainingState(bytes: some.bytes))
    #expect(restored == some)
    #expect(try await trainer(patience: 2).train(restored, until: 120) == whole)
    #expect(try await trainer(patience: 2).train(whole, until: 120) == whole)
    for count in stride(from: 0, to: whole.bytes.count, by: 97) {
      #expect(BatchTrainingState(bytes: Array(whole.bytes[..<count])) == nil)
    }
  }
}
