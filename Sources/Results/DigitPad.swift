package import Architecture

/// A trained network for readers to try: they draw a digit on the page, and it classifies it.
package struct DigitPad: Sendable, Equatable {
  /// An image to try without drawing.
  package struct Sample: Sendable, Equatable {
    /// What the image is; `nil` where nobody knows.
    package let label: Int?
    /// What the network takes it for, and the probability of that in 0...1.
    package let predicted: Int
    package let probability: Double
    /// A grey PNG whose deflate stream is one stored block, so that pixels stand in it as they are.
    package let image: [UInt8]

    package init(label: Int?, predicted: Int, probability: Double, image: [UInt8]) {
      self.label = label
      self.predicted = predicted
      self.probability = probability
      self.image = image
    }
  }

  /// The network, whose images are square.
  package let architecture: Architecture
  /// The weights and biases of each layer, in the order of `Architecture.parameters(ofLayer:)`: a
  /// tensor each, as 32-bit floats in little-endian bytes.
  package let parameters: [[[UInt8]]]
  /// What grey levels of 0 to 255 are multiplied with.
  package let scale: Double
  package let samples: [Sample]

  package init(
    _ architecture: Architecture, parameters: [[[UInt8]]], scale: Double, samples: [Sample]
  ) {
    self.architecture = architecture
    self.parameters = parameters
    self.scale = scale
    self.samples = samples
  }
}
