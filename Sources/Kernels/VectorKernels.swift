package import Architecture
package import Network

/// The kernels, compiled for the vector instructions that the module is built with.
package struct VectorKernels: NetworkKernels {
  package init() {}

  package func gradients(
    _ architecture: Architecture, _ examples: LabelledImages, validation: LabelledImages?,
    threads: Int
  ) throws(TrainingError) -> any GradientComputing {
    try GradientPass(architecture, examples, validation: validation, threads: threads)
  }

  package func updates(
    _ state: BatchTrainingState, _ examples: LabelledImages, validation: LabelledImages?,
    _ training: BatchTraining, threads: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(TrainingError) -> any BatchUpdating {
    try BatchPass(
      state, examples, validation: validation, training, threads: threads, isCancelled: isCancelled)
  }

  package func predict(
    _ model: Model, _ images: ImageRows, threads: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(TrainingError) -> Predictions {
    try model.architecture.expect(images)
    let predictions =
      model.architecture.isClassic
      ? await Predictor(model, images: images, threads: threads).run(isCancelled: isCancelled)
      : await ChunkPredictor(model, images: images, threads: threads).run(isCancelled: isCancelled)
    guard let predictions else { throw .cancelled }
    return predictions
  }

  package func outputs(
    of model: Model, _ images: ImageRows, at index: Int
  ) throws(TrainingError) -> [[Float]] {
    try model.outputs(of: images, at: index)
  }
}
