import Architecture
import Results

/// A pad whose bytes are kept apart, by their number.
struct StoredPad: Codable {
  private struct Sample: Codable {
    let label: Int?
    let predicted: Int
    let probability: Double
    let image: Int
  }

  private let architecture: Architecture
  private let parameters: [[Int]]
  private let images: DigitPad.Images
  private let classNames: [String]?
  private let samples: [Sample]

  init(_ pad: DigitPad, blobs: inout [[UInt8]]) {
    func number(_ bytes: [UInt8]) -> Int {
      blobs.append(bytes)
      return blobs.count - 1
    }
    architecture = pad.architecture
    parameters = pad.parameters.map { $0.map(number) }
    images = pad.images
    classNames = pad.classNames
    samples = pad.samples.map { sample in
      Sample(
        label: sample.label, predicted: sample.predicted, probability: sample.probability,
        image: number(sample.image))
    }
  }

  /// The pad; `nil` where bytes are missing.
  func pad(blobs: [[UInt8]]) -> DigitPad? {
    let numbers = parameters.flatMap { $0 } + samples.map(\.image)
    guard numbers.allSatisfy(blobs.indices.contains) else { return nil }
    return DigitPad(
      architecture, parameters: parameters.map { $0.map { blobs[$0] } }, images: images,
      classNames: classNames,
      samples: samples.map { sample in
        DigitPad.Sample(
          label: sample.label, predicted: sample.predicted, probability: sample.probability,
          image: blobs[sample.image])
      })
  }
}
