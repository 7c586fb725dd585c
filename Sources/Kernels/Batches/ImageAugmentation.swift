package import Architecture
package import Learning
import Network
import Random

/// Changes images as a training asks for.
///
/// What is drawn depends on the seed, the epoch and the example alone.
package struct ImageAugmentation: Sendable {
  private let shape: Shape
  private let random: CounterRandom
  private let amounts: [Augmentation.Kind: Double]
  private let field: ElasticField

  /// `nil` where nothing is to be changed.
  package init?(_ augmentations: [Augmentation], seed: UInt32, shape: Shape) {
    guard !augmentations.isEmpty else { return nil }
    self.shape = shape
    random = CounterRandom(seed: seed, purpose: RandomPurpose.augmentation.rawValue)
    amounts = Dictionary(augmentations.map { ($0.kind, $0.amount) }) { _, last in last }
    field = ElasticField(height: shape.height, width: shape.width)
  }

  /// Where the new image of an example takes its levels from.
  package func resampling(example: Int32, epoch: Int) -> ImageResampling {
    let first = draws(0, example, epoch)
    let second = draws(1, example, epoch)
    func amount(_ kind: Augmentation.Kind) -> Double { amounts[kind] ?? 0 }
    let tilt = amount(.shear) * second[0] / 180
    let map = AffineMap(
      shift: (amount(.shift) * first[0], amount(.shift) * first[1]),
      halfTurns: amount(.rotate) * first[2] / 180, scale: 1 + amount(.scale) * first[3],
      shear: sine(halfTurns: tilt) / cosine(halfTurns: tilt))
    let bends = amounts[.elastic].map { most in
      field.controls(most: most) { draws(2 + $0, example, epoch) }
    }
    return ImageResampling(shape, map, bends.map { ElasticBend(field: field, controls: $0) })
  }

  /// Four numbers between -1 and 1.
  private func draws(_ number: Int, _ example: Int32, _ epoch: Int) -> SIMD4<Double> {
    let words = random.words([
      UInt32(number), 0, UInt32(truncatingIfNeeded: epoch), UInt32(bitPattern: example),
    ])
    return SIMD4<Double>(words) * 0x1p-31 - 1
  }
}
