import Results

/// A digit pad whose bytes are kept apart, by their number.
struct StoredPad: Codable {
  private struct Layer: Codable {
    let activation: String
    let units: Int
    let weights: Int
    let biases: Int
  }

  private struct Sample: Codable {
    let label: Int?
    let reading: Int
    let probability: Double
    let image: Int
  }

  private let side: Int
  private let scale: Double
  private let layers: [Layer]
  private let samples: [Sample]

  init(_ pad: DigitPad, blobs: inout [[UInt8]]) {
    func number(_ bytes: [UInt8]) -> Int {
      blobs.append(bytes)
      return blobs.count - 1
    }
    side = pad.side
    scale = pad.scale
    layers = pad.layers.map { layer in
      Layer(
        activation: layer.activation, units: layer.units, weights: number(layer.weights),
        biases: number(layer.biases))
    }
    samples = pad.samples.map { sample in
      Sample(
        label: sample.label, reading: sample.reading, probability: sample.probability,
        image: number(sample.image))
    }
  }

  /// The pad; `nil` where bytes are missing.
  func pad(blobs: [[UInt8]]) -> DigitPad? {
    let numbers = layers.flatMap { [$0.weights, $0.biases] } + samples.map(\.image)
    guard numbers.allSatisfy(blobs.indices.contains) else { return nil }
    return DigitPad(
      side: side, scale: scale,
      layers: layers.map { layer in
        DigitPad.Layer(
          activation: layer.activation, units: layer.units, weights: blobs[layer.weights],
          biases: blobs[layer.biases])
      },
      samples: samples.map { sample in
        DigitPad.Sample(
          label: sample.label, reading: sample.reading, probability: sample.probability,
          image: blobs[sample.image])
      })
  }
}
