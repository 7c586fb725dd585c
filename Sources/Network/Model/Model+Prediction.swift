extension Model {
  /// Classifies images: the forward pass that training makes, without the backward one.
  ///
  /// What an image is taken for does not depend on the images beside it.
  ///
  /// - Parameters:
  ///   - kernels: what computes; the result does not depend on it.
  ///   - threads: how many threads share the images; the result does not depend on it.
  ///   - isCancelled: is asked now and then whether to stop, which is an error.
  package func predict(
    _ images: ImageRows, _ kernels: any NetworkKernels, threads: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) async throws(TrainingError) -> Predictions {
    try await kernels.predict(self, images, threads: threads, isCancelled: isCancelled)
  }
}
