/// What an optimizer works on: numbers that stand side by side, in whole lanes.
struct OptimizedNumbers {
  let weights: UnsafeMutablePointer<Float>
  let gradient: UnsafeMutablePointer<Float>
  /// What is remembered of each number from update to update.
  let slots: [UnsafeMutablePointer<Float>]
}
