import Architecture
import Network
import Random

extension DropoutSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    Dropout(share: share, count: place.input.count, layer: place.index)
  }
}

/// While a network is trained, numbers that are drawn are left out, and the others are scaled up in
/// turn.
///
/// Each is drawn from the seed, the update, the example and its own place alone.
struct Dropout: Layer {
  let share: Double
  let count: Int
  /// The layer's place in the network, so that no two layers draw the same.
  let layer: Int

  var workspaceCount: Int { 0 }

  func forward(_ pass: ForwardPass) {
    scale(pass.x, pass.draw, into: pass.y)
  }

  func backward(_ pass: BackwardPass) {
    if let dx = pass.dx { scale(UnsafePointer(pass.dy), pass.draw, into: dx) }
  }

  private func scale(
    _ from: UnsafePointer<Lanes>, _ draw: ExampleDraw?, into to: UnsafeMutablePointer<Lanes>
  ) {
    guard let draw else { return to.update(from: from, count: count) }
    to.update(repeating: .zero, count: count)
    let factor = Float(1 / (1 - share))
    for lane in 0..<draw.examples.count {
      for block in 0..<(count + 7) / 8 {
        let words = draw.words(lane, UInt32(block), UInt32(layer))
        for i in block * 8..<min(block * 8 + 8, count)
        where Self.keeps(words, i % 8, share) {
          to[i][lane] = from[i][lane] * factor
        }
      }
    }
  }

  /// Whether the number at a place is kept: half a word is drawn for each of eight.
  static func keeps(_ words: SIMD4<UInt32>, _ index: Int, _ share: Double) -> Bool {
    let half = (words[index / 2] >> (UInt32(index % 2) * 16)) & 0xFFFF
    return Double(half) >= share * 65_536
  }
}

/// What is drawn for the examples of an update, one after the other.
struct ExampleDraw {
  private let random: CounterRandom
  let update: UInt32
  /// Up to sixteen, by their rows of the data set.
  let examples: ArraySlice<Int32>

  init(seed: UInt32, purpose: RandomPurpose, update: Int, examples: ArraySlice<Int32>) {
    random = CounterRandom(seed: seed, purpose: purpose.rawValue)
    self.update = UInt32(truncatingIfNeeded: update)
    self.examples = examples
  }

  /// The words of an example, by its lane, and two numbers more.
  func words(_ lane: Int, _ first: UInt32, _ second: UInt32) -> SIMD4<UInt32> {
    let example = UInt32(bitPattern: examples[examples.startIndex + lane])
    return random.words([first, second, update, example])
  }
}
