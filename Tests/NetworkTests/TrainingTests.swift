import Datasets
import Network
import Random
import Testing

@Suite struct TrainingTests {
  @Test(
    "Validation examples are classified as the plain network classifies them",
    arguments: DenseCase.all)
  func validation(network: DenseCase) async throws {
    let (start, examples) = (try network.start(), network.randomExamples())
    // Other images, which light pixels that no image of the training does.
    let others = RandomExamples(
      count: 90, imageSize: network.inputs, classes: network.classes, seed: 6)
    let trainer = Trainer(
      try examples.labelled, validation: try others.labelled, learningRate: 1,
      historyInterval: 1, threads: 2, kernels: kernels)
    let end = try await trainer.train(start, until: 1) { _ in true }
    let plain = ReferenceNetwork(start)
    let correct = zip(others.plain, others.labels).count { x, label in
      let probabilities = plain.forward(x).last ?? []
      return probabilities.firstIndex(of: probabilities.max() ?? 0) == Int(label)
    }
    #expect(end.history.first?.validationCorrect == correct)
    let alone = Trainer(
      try examples.labelled, learningRate: 1, historyInterval: 1, threads: 2, kernels: kernels)
    let unvalidated = try await alone.train(start, until: 1) { _ in true }
    #expect(unvalidated.history.first?.validationCorrect == nil)
    #expect(unvalidated.parameters == end.parameters, "looking on changes nothing")
  }

  @Test("The history has an entry before the first update and at every interval after it")
  func history() async throws {
    let network = DenseCase.all[1]
    let trainer = Trainer(
      try network.randomExamples().labelled, learningRate: 0.1, historyInterval: 4, threads: 1,
      kernels: kernels)
    let end = try await trainer.train(network.start(), until: 9) { _ in true }
    #expect(end.history.map(\.iteration) == [0, 4, 8])
    #expect(end.iteration == 9)
  }

  @Test("The same bits for one, two, three and seven threads, on real data")
  func threads() async throws {
    let data = try #require(ClassicData(seed: 0))
    let start = try data.start()
    let labels = try #require(data.training.labels)
    var ends: [TrainingState] = []
    for threads in [1, 2, 3, 7] {
      let trainer = Trainer(
        LabelledImages(try data.images(data.training), labels: labels), learningRate: 0.1,
        historyInterval: 2, threads: threads, kernels: kernels)
      ends.append(try await trainer.train(start, until: 5) { _ in true })
    }
    #expect(ends.allSatisfy { $0 == ends[0] })
  }

  @Test("Examples that do not fit the network are an error")
  func mismatches() async throws {
    let network = DenseCase.all[1]
    let (start, examples) = (try network.start(), network.randomExamples())
    func train(_ images: ImageRows, _ labels: [UInt16], validation: LabelledImages? = nil)
      async throws
    {
      let trainer = Trainer(
        LabelledImages(images, labels: labels), validation: validation, learningRate: 0.1,
        historyInterval: 1, threads: 1, kernels: kernels)
      _ = try await trainer.train(start, until: 1) { _ in true }
    }
    let images = try examples.images
    await #expect(throws: TrainingError.labelCount(images: 1, labels: 2)) {
      try await train(images, [0, 1])
    }
    await #expect(throws: TrainingError.label(3, classes: 3)) { try await train(images, [3]) }
    await #expect(throws: TrainingError.label(3, classes: 3)) {
      try await train(images, [0], validation: LabelledImages(images, labels: [3]))
    }
    let none = try ImageRows(pixels: [], imageSize: 30, rows: [], scale: 1)
    await #expect(throws: TrainingError.noExamples) { try await train(none, []) }
    let small = try ImageRows(pixels: [1, 2], imageSize: 2, rows: [0], scale: 1)
    await #expect(throws: TrainingError.inputs(network: 30, images: 2)) {
      try await train(small, [0])
    }
    await #expect(throws: TrainingError.inputs(network: 30, images: 2)) {
      _ = try await start.model.predict(small, kernels, threads: 1)
    }
  }

  @Test("Images are rows of the array they come from, of a size that networks take")
  func images() {
    for (rows, row) in [([1], 1), ([0, -1], -1)] as [([Int32], Int)] {
      #expect(throws: ImageRowsError.row(row, available: 1)) {
        _ = try ImageRows(pixels: [1, 2], imageSize: 2, rows: rows, scale: 1)
      }
    }
    for size in [0, 3_145_729] {
      #expect(throws: ImageRowsError.imageSize(size)) {
        _ = try ImageRows(pixels: [1, 2], imageSize: size, rows: [], scale: 1)
      }
    }
  }

  @Test("A training that has left the numbers says so")
  func divergence() async throws {
    let network = DenseCase.all[2]
    let trainer = Trainer(
      try network.randomExamples().labelled, learningRate: 1e30, historyInterval: 1, threads: 1,
      kernels: kernels)
    let start = try network.start()
    #expect(start.hasFiniteWeights)
    let end = try await trainer.train(start, until: 8) { _ in true }
    #expect(!end.hasFiniteWeights)
  }
}
