package import Architecture

/// A trained network for readers to try: they draw on the page, and it classifies what they drew.
package struct DigitPad: Sendable, Equatable {
  /// An image to try without drawing.
  package struct Sample: Sendable, Equatable {
    /// What the image is; `nil` where nobody knows.
    package let label: Int?
    /// What the network takes it for, and the probability of that in 0...1.
    package let predicted: Int
    package let probability: Double
    /// A PNG, grey or in colour, whose deflate stream is made of stored blocks, so that pixels stand
    /// in it as they are, from 0 to 255.
    package let image: [UInt8]

    package init(label: Int?, predicted: Int, probability: Double, image: [UInt8]) {
      self.label = label
      self.predicted = predicted
      self.probability = probability
      self.image = image
    }
  }

  /// What is to know of the images that the network takes beside their shape.
  package struct Images: Sendable, Equatable, Codable {
    /// The largest level, 1...255.
    package let levels: Int
    /// What levels are multiplied with.
    package let scale: Double
    /// Whether the images show dark ink on light paper.
    package let areDarkOnLight: Bool

    package init(levels: Int, scale: Double, areDarkOnLight: Bool) {
      self.levels = levels
      self.scale = scale
      self.areDarkOnLight = areDarkOnLight
    }
  }

  package let architecture: Architecture
  /// The weights and biases of each layer, in the order of `Architecture.parameters(ofLayer:)`: a
  /// tensor each, as 32-bit floats in little-endian bytes.
  package let parameters: [[[UInt8]]]
  package let images: Images
  /// One for each class; `nil` where they are numbered from 0.
  package let classNames: [String]?
  package let samples: [Sample]

  package init(
    _ architecture: Architecture, parameters: [[[UInt8]]], images: Images, classNames: [String]?,
    samples: [Sample]
  ) {
    self.architecture = architecture
    self.parameters = parameters
    self.images = images
    self.classNames = classNames?.count == architecture.classes ? classNames : nil
    self.samples = samples
  }
}
