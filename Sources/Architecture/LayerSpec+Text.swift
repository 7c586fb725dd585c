// A layer is written as a line of the notebook, in its canonical form: words and single spaces.

extension LayerSpec {
  /// The layer as the notebook writes it: "10 relu".
  package var text: String {
    switch self {
    case .dense(let units, let activation): "\(units) \(activation.rawValue)"
    }
  }

  /// Takes a layer from its words, with any spaces between them.
  package init(_ text: String) throws(LayerSyntaxError) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let units = Int(words[0]), Self.unitBounds.contains(units) else {
      throw .noLayer(text)
    }
    guard let activation = Activation(rawValue: words[1]) else { throw .noActivation(words[1]) }
    self = .dense(units: units, activation)
  }
}

/// Why a text is no layer.
package enum LayerSyntaxError: Error, Sendable, Equatable {
  /// The text does not have the form of a layer.
  case noLayer(String)
  /// The word stands for an activation and is none.
  case noActivation(String)
}

extension LayerSpec: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no layer: \(error)")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
