/// What a batch is like in each channel of a layer: mean and variance of what goes in, and on the way
/// back the means of slopes.
///
/// Groups of sixteen examples write sums of their own, which are added in the order of the groups: so
/// the bits are the same for any number of threads. Nobody reads before all have written.
final class BatchMoments: @unchecked Sendable {
  let channels: Int
  private let places: Int
  /// Two sums of each channel for each group.
  private let sums: UnsafeMutablePointer<Double>
  /// Five numbers of each channel: mean, variance, 1/σ, and the means of slopes and of products.
  private let numbers: UnsafeMutablePointer<Float>

  init(_ layer: BatchNormalization, groups: Int) {
    (channels, places) = (layer.channels, layer.places)
    sums = .allocate(capacity: 2 * channels * groups)
    sums.initialize(repeating: 0, count: 2 * channels * groups)
    numbers = .allocate(capacity: 5 * channels)
    numbers.initialize(repeating: 0, count: 5 * channels)
  }

  deinit {
    sums.deallocate()
    numbers.deallocate()
  }

  func mean(_ channel: Int) -> Float { numbers[channel] }
  func variance(_ channel: Int) -> Float { numbers[channels + channel] }
  func inverseDeviation(_ channel: Int) -> Float { numbers[2 * channels + channel] }
  func meanSlope(_ channel: Int) -> Float { numbers[3 * channels + channel] }
  func meanProduct(_ channel: Int) -> Float { numbers[4 * channels + channel] }

  /// Where a group writes its sums.
  func sums(ofGroup group: Int) -> UnsafeMutablePointer<Double> { sums + 2 * channels * group }

  /// Takes the sums of numbers for their mean.
  func setMeans(_ batch: StagedBatch) {
    let (groups, share) = (batch.groups, 1 / Double(batch.examples * places))
    for channel in 0..<channels {
      numbers[channel] = Float(total(channel, groups) * share)
    }
  }

  /// Takes the sums of squared distances for the variance.
  func setVariances(_ batch: StagedBatch, epsilon: Float) {
    let (groups, share) = (batch.groups, 1 / Double(batch.examples * places))
    for channel in 0..<channels {
      let variance = Float(total(channel, groups) * share)
      numbers[channels + channel] = variance
      numbers[2 * channels + channel] = 1 / (variance + epsilon).squareRoot()
    }
  }

  /// Takes the sums of slopes, and of their products with what is normalized; adds them to the
  /// gradient of biases and weights.
  func setSlopes(_ batch: StagedBatch, gradient: UnsafeMutablePointer<Float>) {
    let (groups, share) = (batch.groups, 1 / Double(batch.examples * places))
    for channel in 0..<channels {
      let (slopes, products) = (total(channel, groups), total(channels + channel, groups))
      numbers[3 * channels + channel] = Float(slopes * share)
      numbers[4 * channels + channel] = Float(products * share)
      gradient[channel] += Float(products)
      gradient[channels + channel] += Float(slopes)
    }
  }

  /// What is known moves by a tenth of the way, as PyTorch's does, towards the batch's mean and unbiased
  /// variance.
  func updateKnown(_ weights: UnsafeMutablePointer<Float>, known: [Float], examples: Int) {
    let (kept, new): (Float, Float) = (0.9, 0.1)
    let count = Float(examples * places)
    let unbiased = count / max(1, count - 1)
    for channel in 0..<channels {
      weights[2 * channels + channel] = known[channel] * kept + mean(channel) * new
      weights[3 * channels + channel] =
        known[channels + channel] * kept + variance(channel) * unbiased * new
    }
  }

  private func total(_ index: Int, _ groups: Int) -> Double {
    (0..<groups).reduce(0) { $0 + sums[2 * channels * $1 + index] }
  }
}
