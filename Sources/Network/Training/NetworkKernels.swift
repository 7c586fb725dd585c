package import Architecture

/// What computes with networks, by some set of vector instructions.
///
/// Results have the same bits whichever computes them.
package protocol NetworkKernels: Sendable {
  /// The passes of a training on all examples at once.
  func gradients(
    _ architecture: Architecture, _ examples: LabelledImages, validation: LabelledImages?,
    threads: Int
  ) throws(TrainingError) -> any GradientComputing

  /// The passes and updates of a training in batches.
  ///
  /// - Parameter isCancelled: is asked for every few examples whether to stop.
  func updates(
    _ state: BatchTrainingState, _ examples: LabelledImages, validation: LabelledImages?,
    _ training: BatchTraining, threads: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(TrainingError) -> any BatchUpdating

  /// Classifies images; see `Model.predict`.
  func predict(
    _ model: Model, _ images: ImageRows, threads: Int, isCancelled: @escaping @Sendable () -> Bool
  ) async throws(TrainingError) -> Predictions

  /// What each layer makes of an image, once the network is trained: channel by channel, row by row.
  ///
  /// - Parameter index: the image's place among the images.
  func outputs(of model: Model, _ images: ImageRows, at index: Int) throws(TrainingError)
    -> [[Float]]

  /// The bytes that a training on all examples at once takes at most, beside those of the images
  /// that it is given.
  ///
  /// - Parameters:
  ///   - examples: how many images it learns from.
  ///   - validation: how many more it classifies on the way.
  func trainingMemory(
    _ architecture: Architecture, examples: Int, validation: Int, threads: Int
  ) -> Int

  /// The bytes that a training in batches takes at most, beside those of the images.
  func batchTrainingMemory(_ architecture: Architecture, batch: Int, threads: Int) -> Int

  /// The bytes that classifying images takes at most, beside those of the images and the network.
  func predictionMemory(_ architecture: Architecture, images: Int, threads: Int) -> Int
}

/// A training on all examples at once under way: passes forward, and backward to the gradient.
package protocol GradientComputing {
  /// Computes the gradient of the loss; counts the examples classified correctly and the loss where
  /// asked.
  func run(_ parameters: Parameters<Double>, counting: Bool) async -> Tally

  /// How validation examples are classified at the parameters of the last run; `nil` without such.
  func validate() async -> Tally?

  /// The mean gradient over all examples at the parameters of the last run.
  func meanGradient(_ architecture: Architecture) -> Parameters<Double>
}

/// A training in batches under way, which holds its weights where it computes.
package protocol BatchUpdating {
  /// Makes update number `iteration`, which counts from 0, by the mean gradient of some examples;
  /// `nil` where it is cancelled before, with nothing updated.
  func update(_ iteration: Int, _ rows: ArraySlice<Int32>) async -> Tally?

  /// How the validation examples are classified, with no tally where there are none; `nil` where it
  /// is cancelled before.
  func validate() async -> Validated?

  /// Copies the numbers as they are now into a state.
  func copyNumbers(to state: inout BatchTrainingState)
}

/// What came of classifying the validation examples.
package struct Validated {
  /// `nil` where there are none.
  package let tally: Tally?

  package init(tally: Tally?) {
    self.tally = tally
  }
}
