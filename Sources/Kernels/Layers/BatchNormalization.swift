import Architecture
import Network

extension BatchNormSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    BatchNormalization(
      channels: place.input.channels, places: place.input.height * place.input.width,
      activation: activation?.fused)
  }
}

/// y = f(γ (x - μ) / √(σ² + ε) + β), channel by channel: μ and σ² are those of a batch while it is
/// trained, and those in its parameters once it is.
///
/// Parameters: γ, β, μ and σ², one of each channel after the other.
struct BatchNormalization: Layer {
  let channels: Int
  /// Numbers of a channel in one example.
  let places: Int
  let activation: Activation?

  var workspaceCount: Int { 0 }

  func forward(_ pass: ForwardPass) {
    let (means, variances) = (pass.weights + 2 * channels, pass.weights + 3 * channels)
    for channel in 0..<channels {
      let mean = pass.moments?.mean(channel) ?? means[channel]
      let inverse =
        pass.moments?.inverseDeviation(channel)
        ?? 1 / (variances[channel] + BatchNormSpec.epsilon).squareRoot()
      let scale = pass.weights[channel] * inverse
      let bias = pass.weights[channels + channel]
      for i in channel * places..<(channel + 1) * places {
        pass.y[i] = (pass.x[i] - mean) * scale + bias
      }
    }
    activate(pass.y, count: channels * places, activation)
  }

  /// dx = γ/σ (dz - mean dz - x̂ · mean dz x̂), with x̂ what is scaled and
  /// dz what `addSlopes` has left in the place of dy.
  func backward(_ pass: BackwardPass) {
    guard let moments = pass.moments, let dx = pass.dx else { return }
    // What is missing of sixteen examples has no slope, though it lies apart from the mean.
    let mask = Lanes.ones(pass.draw?.count ?? Lanes.width)
    for channel in 0..<channels {
      let (mean, inverse) = (moments.mean(channel), moments.inverseDeviation(channel))
      let scale = mask * (pass.weights[channel] * inverse)
      let (slope, product) = (moments.meanSlope(channel), moments.meanProduct(channel))
      for i in channel * places..<(channel + 1) * places {
        let normal = (pass.x[i] - mean) * inverse
        dx[i] = (pass.dy[i] - slope - normal * product) * scale
      }
    }
  }
}

extension BatchNormalization {
  /// Σ x of each channel over the first `count` examples.
  func addSums(
    _ x: UnsafePointer<Lanes>, count: Int, to sums: UnsafeMutablePointer<Double>
  ) {
    let mask = Lanes.ones(count)
    for channel in 0..<channels {
      var sum = Lanes.zero
      for i in channel * places..<(channel + 1) * places { sum += x[i] }
      sums[channel] = Double((sum * mask).total)
    }
  }

  /// Σ (x - μ)² of each channel over the first `count` examples.
  func addSquares(
    _ x: UnsafePointer<Lanes>, count: Int, _ moments: BatchMoments,
    to sums: UnsafeMutablePointer<Double>
  ) {
    let mask = Lanes.ones(count)
    for channel in 0..<channels {
      let mean = moments.mean(channel)
      var sum = Lanes.zero
      for i in channel * places..<(channel + 1) * places {
        let distance = x[i] - mean
        sum += distance * distance
      }
      sums[channel] = Double((sum * mask).total)
    }
  }

  /// dz = f'(z) dy in the place of dy, then Σ dz and Σ dz x̂ of each channel; slopes of examples that
  /// are missing are zero.
  func addSlopes(
    _ pass: BackwardPass, _ moments: BatchMoments, to sums: UnsafeMutablePointer<Double>
  ) {
    multiplySlope(of: activation, pass.y, by: pass.dy, count: channels * places)
    for channel in 0..<channels {
      let (mean, inverse) = (moments.mean(channel), moments.inverseDeviation(channel))
      var (sum, product) = (Lanes.zero, Lanes.zero)
      for i in channel * places..<(channel + 1) * places {
        sum += pass.dy[i]
        product += pass.dy[i] * ((pass.x[i] - mean) * inverse)
      }
      sums[channel] = Double(sum.total)
      sums[channels + channel] = Double(product.total)
    }
  }
}

extension Lanes {
  /// One in each of the first `count` lanes, zero in the others.
  fileprivate static func ones(_ count: Int) -> Lanes {
    Lanes.zero.replacing(with: 1, where: indices .< Lanes(repeating: Float(count)))
  }
}
