/// Trains a network on examples by full-batch gradient descent.
package final class Trainer {
  private let examples: LabelledImages
  private let validation: LabelledImages?
  private let learningRate: Double
  private let reportEvery: Int
  private let threads: Int

  /// Takes the examples to learn from and, where their accuracy is to be reported beside, others;
  /// each has a label below the number of classes.
  package init(
    _ examples: LabelledImages, validation: LabelledImages? = nil, learningRate: Double,
    reportEvery: Int, threads: Int
  ) {
    self.examples = examples
    self.validation = validation
    self.learningRate = learningRate
    self.reportEvery = max(1, reportEvery)
    self.threads = threads
  }

  /// Trains until `iterations` updates have been made, from wherever `state` is.
  ///
  /// The result has the same bits whether it is reached in one go or in several.
  ///
  /// - Parameter observe: is called after each update with the state so far; training stops where
  ///   it returns `false`.
  package func train(
    _ state: TrainingState, until iterations: Int, observe: (TrainingState) async -> Bool
  ) async throws(TrainingError) -> TrainingState {
    var state = state
    let pass = try GradientPass(
      state.architecture, examples, validation: validation, threads: threads)
    while state.iteration < iterations {
      let reports = state.iteration.isMultiple(of: reportEvery)
      let tally = await pass.run(state, counting: reports)
      if reports {
        state.history.append(
          .init(
            iteration: state.iteration, correct: tally.correct,
            loss: tally.loss / Double(examples.images.count), validated: await pass.validate()))
      }
      pass.update(&state, learningRate: learningRate)
      guard await observe(state) else { break }
    }
    return state
  }
}

/// Images, and for each its class.
package struct LabelledImages: Sendable {
  package let images: ImageRows
  package let labels: [UInt8]

  package init(_ images: ImageRows, labels: [UInt8]) {
    self.images = images
    self.labels = labels
  }
}

/// Why a network cannot be trained on some examples.
package enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
  case noExamples
  case inputs(network: Int, images: Int)
  case labelCount(images: Int, labels: Int)
  case label(Int, classes: Int)

  package var description: String {
    switch self {
    case .noExamples: "there are no examples to learn from"
    case .inputs(let network, let images):
      "a network of \(network) inputs cannot learn from images of \(images) pixels"
    case .labelCount(let images, let labels): "\(images) images have \(labels) labels"
    case .label(let label, let classes):
      "label \(label) is not one of the \(classes) classes, which count from 0"
    }
  }
}
