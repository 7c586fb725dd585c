/// A trained network for readers to try: they draw a digit on the page, and it reads it.
package struct DigitPad: Sendable, Equatable {
  /// A fully connected layer: its outputs are f(W x + b).
  package struct Layer: Sendable, Equatable {
    /// "relu" or "softmax".
    package let activation: String
    package let units: Int
    /// Units × inputs, row by row, as 32-bit floats in little-endian bytes.
    package let weights: [UInt8]
    /// One for each unit, likewise.
    package let biases: [UInt8]

    package init(activation: String, units: Int, weights: [UInt8], biases: [UInt8]) {
      self.activation = activation
      self.units = units
      self.weights = weights
      self.biases = biases
    }
  }

  /// An image to try without drawing.
  package struct Sample: Sendable, Equatable {
    /// What the image is; `nil` where nobody knows.
    package let label: Int?
    /// What the network reads, and its probability in 0...1.
    package let reading: Int
    package let probability: Double
    /// A grey PNG whose deflate stream is one stored block, so that pixels stand in it as they are.
    package let image: [UInt8]

    package init(label: Int?, reading: Int, probability: Double, image: [UInt8]) {
      self.label = label
      self.reading = reading
      self.probability = probability
      self.image = image
    }
  }

  /// Pixels of a side of the images, which are square.
  package let side: Int
  /// What grey levels of 0 to 255 are multiplied with.
  package let scale: Double
  package let layers: [Layer]
  package let samples: [Sample]

  package init(side: Int, scale: Double, layers: [Layer], samples: [Sample]) {
    self.side = side
    self.scale = scale
    self.layers = layers
    self.samples = samples
  }
}
