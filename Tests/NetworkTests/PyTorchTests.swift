import Architecture
import Foundation
import Learning
import Network
import Testing

/// The same networks, examples and updates as PyTorch's: see Fixtures/pytorch.py.
@Suite struct PyTorchTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let input: [Int]
    let layers: [String]
    let examples: Int
    let optimizer: String
    let learningRate: Double
    let momentum: Double?
    let nesterov: Bool?
    let weightDecay: Double?
    let labelSmoothing: Double?
    let schedule: String?
    let warmUp: Int?
    let weights: [[Float]]
    let levels: [UInt8]
    let labels: [UInt16]
    let losses: [Double]
    let rates: [Double]
    let probabilities: [Double]

    private enum CodingKeys: String, CodingKey {
      case input, layers, examples, optimizer, momentum, nesterov, schedule, weights, levels
      case labels, losses, rates, probabilities
      case learningRate = "learning-rate"
      case weightDecay = "weight-decay"
      case labelSmoothing = "label-smoothing"
      case warmUp = "warm-up"
    }

    static let all: [Case] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/pytorch.json")
      guard let data = try? Data(contentsOf: file) else { return [] }
      return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    var testDescription: String {
      "\(layers.joined(separator: ", ")) by \(optimizer), \(schedule ?? "constant")"
    }

    var rate: LearningRate {
      let words = (schedule ?? "").split(separator: " ")
      let schedule: LearningRate.Schedule =
        switch words.first {
        case "cosine": .cosine
        case "one-cycle": .oneCycle
        case "step": .step(factor: Double(words[1]) ?? 0, every: Int(words[2]) ?? 0)
        default: .constant
        }
      return LearningRate(learningRate, schedule).warmingUp(warmUp ?? 0)
    }

    var training: BatchTraining {
      let settings = ["momentum": momentum ?? 0, "nesterov": nesterov == true ? 1 : 0]
      let kind = optimizers.first { $0.name == optimizer } ?? GradientDescent.self
      return BatchTraining(
        batch: examples, optimizer: kind.init(weightDecay: weightDecay ?? 0, settings),
        learningRate: rate, length: .iterations(losses.count), seed: 1, historyInterval: 1,
        smoothing: labelSmoothing ?? 0)
    }

    var images: ImageRows {
      get throws {
        try ImageRows(
          pixels: levels, imageSize: input.reduce(1, *), rows: (0..<Int32(examples)).map { $0 },
          scale: 1.0 / 255)
      }
    }

    var start: BatchTrainingState {
      get throws {
        let network = try Architecture(
          input: Shape(channels: input[0], height: input[1], width: input[2]),
          layers: layers.map(LayerSpec.init))
        let parameters = try #require(Parameters<Float>(network, numbers: weights))
        return BatchTrainingState(
          network, parameters, examples: examples, optimizer: training.optimizer)
      }
    }
  }

  @Test("There are cases of every optimizer, every schedule and every layer that learns or looks")
  func cases() {
    #expect(Case.all.count == 8)
    #expect(Set(Case.all.map(\.optimizer)) == Set(optimizers.map { $0.name }))
  }

  @Test(
    "Fifty updates have PyTorch's losses, and its probabilities after them", arguments: Case.all)
  func losses(torch: Case) async throws {
    let examples = LabelledImages(try torch.images, labels: torch.labels)
    let end = try await BatchTrainer(examples, torch.training, threads: 2, kernels: kernels)
      .train(try torch.start, until: torch.losses.count)
    #expect(end.history.count == torch.losses.count)
    for (entry, loss) in zip(end.history, torch.losses) {
      #expect(abs(entry.loss - loss) < 1e-5 * loss, "update \(entry.iteration)")
    }
    let found = try await end.model.predict(try torch.images, kernels, threads: 2).probabilities
    #expect(largestDifference(found.map(Double.init), torch.probabilities) < 1e-4)
  }

  @Test("Schedules have PyTorch's rates", arguments: Case.all)
  func rates(torch: Case) {
    for (update, rate) in torch.rates.enumerated() {
      let found = torch.training.rate(update: update, examples: torch.examples)
      #expect(abs(found - rate) <= 1e-9 * rate, "update \(update)")
    }
  }
}
